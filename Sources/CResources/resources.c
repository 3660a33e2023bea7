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
// The engine as WebAssembly, packed by gzip: `make wasm` leaves it there. A build without it makes pages without it.
#define ENGINE "../../.build-wasm/engine.wasm.gz"
#if __has_embed(ENGINE)
static const unsigned char engine[] = {
#embed ENGINE
};
#endif
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
static const unsigned char style_try[] = {
#embed "../../Resources/page/style/try.css"
};
static const unsigned char style_practice[] = {
#embed "../../Resources/page/style/practice.css"
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
static const unsigned char script_engine[] = {
#embed "../../Resources/page/script/engine.js"
};
static const unsigned char script_cursor[] = {
#embed "../../Resources/page/script/cursor.js"
};
static const unsigned char script_quiz[] = {
#embed "../../Resources/page/script/quiz.js"
};
static const unsigned char script_practice[] = {
#embed "../../Resources/page/script/practice.js"
};
static const unsigned char script_fsrs[] = {
#embed "../../Resources/page/script/fsrs.js"
};
static const unsigned char script_recall[] = {
#embed "../../Resources/page/script/recall.js"
};
static const unsigned char script_project[] = {
#embed "../../Resources/page/script/project.js"
};
static const unsigned char script_index[] = {
#embed "../../Resources/page/script/index.js"
};
static const unsigned char engine_engine[] = {
#embed "../../Resources/page/engine/engine.js"
};
static const unsigned char engine_figures[] = {
#embed "../../Resources/page/engine/figures.js"
};
static const unsigned char engine_settings[] = {
#embed "../../Resources/page/engine/settings.js"
};
static const unsigned char engine_try[] = {
#embed "../../Resources/page/engine/try.js"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const struct asset table[] = {
    ASSET("datasets/breast_cancer.csv", breast_cancer),
    ASSET("datasets/diabetes.csv", diabetes),
    ASSET("datasets/diabetes_raw.csv", diabetes_raw),
    ASSET("datasets/digits.csv", digits),
    ASSET("datasets/iris.csv", iris),
    ASSET("datasets/wine.csv", wine),
#if __has_embed(ENGINE)
    ASSET("engine.wasm.gz", engine),
#endif
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
    ASSET("page/style/try.css", style_try),
    ASSET("page/style/practice.css", style_practice),
    ASSET("page/style/course.css", style_course),
    ASSET("page/style/neighbours.css", style_neighbours),
    ASSET("page/style/modes.css", style_modes),
    ASSET("page/script/core.js", script_core),
    ASSET("page/script/engine.js", script_engine),
    ASSET("page/script/cursor.js", script_cursor),
    ASSET("page/script/quiz.js", script_quiz),
    ASSET("page/script/practice.js", script_practice),
    ASSET("page/script/fsrs.js", script_fsrs),
    ASSET("page/script/recall.js", script_recall),
    ASSET("page/script/project.js", script_project),
    ASSET("page/script/index.js", script_index),
    ASSET("page/engine/settings.js", engine_settings),
    ASSET("page/engine/engine.js", engine_engine),
    ASSET("page/engine/figures.js", engine_figures),
    ASSET("page/engine/try.js", engine_try),
};

const struct asset *const assets = table;
const size_t asset_count = sizeof table / sizeof *table;
