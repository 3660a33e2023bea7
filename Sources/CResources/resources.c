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
// Styles and scripts, packed by Tools/page.
#if !__has_embed("../../.build-page/lesson.js")
#error "the page's parts are not packed: run make page"
#endif
static const unsigned char lesson_css[] = {
#embed "../../.build-page/lesson.css"
};
static const unsigned char lesson_js[] = {
#embed "../../.build-page/lesson.js"
};
static const unsigned char boot_js[] = {
#embed "../../.build-page/boot.js"
};
static const unsigned char index_css[] = {
#embed "../../.build-page/index.css"
};
static const unsigned char index_js[] = {
#embed "../../.build-page/index.js"
};
static const unsigned char engine_js[] = {
#embed "../../.build-page/engine.js"
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
    ASSET("page/lesson.css", lesson_css),
    ASSET("page/lesson.js", lesson_js),
    ASSET("page/boot.js", boot_js),
    ASSET("page/index.css", index_css),
    ASSET("page/index.js", index_js),
    ASSET("page/engine.js", engine_js),
};

const struct asset *const assets = table;
const size_t asset_count = sizeof table / sizeof *table;
