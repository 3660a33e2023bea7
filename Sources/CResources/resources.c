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
static const unsigned char page_css[] = {
#embed "../../Resources/page/page.css"
};
static const unsigned char page_js[] = {
#embed "../../Resources/page/page.js"
};
static const unsigned char page_mustache[] = {
#embed "../../Resources/page/page.mustache"
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
    ASSET("page/page.css", page_css),
    ASSET("page/page.js", page_js),
    ASSET("page/page.mustache", page_mustache),
};

const struct asset *const assets = table;
const size_t asset_count = sizeof table / sizeof *table;
