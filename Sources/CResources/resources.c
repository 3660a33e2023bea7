// The files of Resources/ that the executable carries: one array and one row of the table for each.
// The compiler records them as dependencies, so a changed file is embedded again by the next build.
#include "resources.h"

static const unsigned char breast_cancer[] = {
#embed "../../Resources/datasets/breast_cancer.csv"
};
static const unsigned char diabetes[] = {
#embed "../../Resources/datasets/diabetes.csv"
};
static const unsigned char diabetes_raw[] = {
#embed "../../Resources/datasets/diabetes_raw.csv"
};
static const unsigned char digits[] = {
#embed "../../Resources/datasets/digits.csv"
};
static const unsigned char iris[] = {
#embed "../../Resources/datasets/iris.csv"
};
static const unsigned char wine[] = {
#embed "../../Resources/datasets/wine.csv"
};
static const unsigned char index_mustache[] = {
#embed "../../Resources/page/index.mustache"
};
static const unsigned char page_mustache[] = {
#embed "../../Resources/page/page.mustache"
};
static const unsigned char style_base[] = {
#embed "../../Resources/page/style/base.css"
};
static const unsigned char style_head[] = {
#embed "../../Resources/page/style/head.css"
};
static const unsigned char style_flow[] = {
#embed "../../Resources/page/style/flow.css"
};
static const unsigned char style_figures[] = {
#embed "../../Resources/page/style/figures.css"
};
static const unsigned char style_prediction[] = {
#embed "../../Resources/page/style/prediction.css"
};
static const unsigned char style_cursor[] = {
#embed "../../Resources/page/style/cursor.css"
};
static const unsigned char style_quiz[] = {
#embed "../../Resources/page/style/quiz.css"
};
static const unsigned char style_course[] = {
#embed "../../Resources/page/style/course.css"
};
static const unsigned char style_neighbours[] = {
#embed "../../Resources/page/style/neighbours.css"
};
static const unsigned char style_modes[] = {
#embed "../../Resources/page/style/modes.css"
};
static const unsigned char script_core[] = {
#embed "../../Resources/page/script/core.js"
};
static const unsigned char script_cursor[] = {
#embed "../../Resources/page/script/cursor.js"
};
static const unsigned char script_quiz[] = {
#embed "../../Resources/page/script/quiz.js"
};
static const unsigned char script_index[] = {
#embed "../../Resources/page/script/index.js"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const struct asset table[] = {
    ASSET("datasets/breast_cancer.csv", breast_cancer),
    ASSET("datasets/diabetes.csv", diabetes),
    ASSET("datasets/diabetes_raw.csv", diabetes_raw),
    ASSET("datasets/digits.csv", digits),
    ASSET("datasets/iris.csv", iris),
    ASSET("datasets/wine.csv", wine),
    ASSET("page/index.mustache", index_mustache),
    ASSET("page/page.mustache", page_mustache),
    // In the order in which a page has them.
    ASSET("page/style/base.css", style_base),
    ASSET("page/style/head.css", style_head),
    ASSET("page/style/flow.css", style_flow),
    ASSET("page/style/figures.css", style_figures),
    ASSET("page/style/prediction.css", style_prediction),
    ASSET("page/style/cursor.css", style_cursor),
    ASSET("page/style/quiz.css", style_quiz),
    ASSET("page/style/course.css", style_course),
    ASSET("page/style/neighbours.css", style_neighbours),
    ASSET("page/style/modes.css", style_modes),
    ASSET("page/script/core.js", script_core),
    ASSET("page/script/cursor.js", script_cursor),
    ASSET("page/script/quiz.js", script_quiz),
    ASSET("page/script/index.js", script_index),
};

const struct asset *const assets = table;
const size_t asset_count = sizeof table / sizeof *table;
