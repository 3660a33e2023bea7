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
// The engine as WebAssembly, in the pieces that `make wasm` leaves. A build without them makes pages without an engine.
#define ENGINE "../../.build-wasm/engine.wasm.pieces"
#if __has_embed(ENGINE)
#define HAS_ENGINE
static const unsigned char engine[] = {
#embed ENGINE
};
#endif
// Styles and scripts, packed by Tools/page: deflated (.z) or packed by Sources/CPack (.packed), and scripts' hashes.
#if !__has_embed("../../.build-page/lesson.js.z")
#error "the page's parts are not packed: run make page"
#endif
static const unsigned char lesson_css[] = {
#embed "../../.build-page/lesson.css"
};
static const unsigned char lesson_js_z[] = {
#embed "../../.build-page/lesson.js.z"
};
static const unsigned char lesson_js_sha256[] = {
#embed "../../.build-page/lesson.js.sha256"
};
static const unsigned char boot_js[] = {
#embed "../../.build-page/boot.js"
};
static const unsigned char boot_js_sha256[] = {
#embed "../../.build-page/boot.js.sha256"
};
static const unsigned char index_css[] = {
#embed "../../.build-page/index.css"
};
static const unsigned char index_js[] = {
#embed "../../.build-page/index.js"
};
static const unsigned char index_js_sha256[] = {
#embed "../../.build-page/index.js.sha256"
};
static const unsigned char engine_js_packed[] = {
#embed "../../.build-page/engine.js.packed"
};
static const unsigned char engine_js_sha256[] = {
#embed "../../.build-page/engine.js.sha256"
};
static const unsigned char unpack_wasm_z[] = {
#embed "../../.build-page/unpack.wasm.z"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const struct asset table[] = {
    ASSET("datasets/breast_cancer.csv", breast_cancer),
    ASSET("datasets/diabetes.csv", diabetes),
    ASSET("datasets/diabetes_raw.csv", diabetes_raw),
    ASSET("datasets/digits.csv", digits),
    ASSET("datasets/iris.csv", iris),
    ASSET("datasets/wine.csv", wine),
#ifdef HAS_ENGINE
    ASSET("engine.wasm.pieces", engine),
#endif
    ASSET("page/index.mustache", index_mustache),
    ASSET("page/page.mustache", page_mustache),
    ASSET("page/lesson.css", lesson_css),
    ASSET("page/lesson.js.z", lesson_js_z),
    ASSET("page/lesson.js.sha256", lesson_js_sha256),
    ASSET("page/boot.js", boot_js),
    ASSET("page/boot.js.sha256", boot_js_sha256),
    ASSET("page/index.css", index_css),
    ASSET("page/index.js", index_js),
    ASSET("page/index.js.sha256", index_js_sha256),
    ASSET("page/engine.js.packed", engine_js_packed),
    ASSET("page/engine.js.sha256", engine_js_sha256),
    ASSET("page/unpack.wasm.z", unpack_wasm_z),
};

const struct asset *const assets = table;
const size_t asset_count = sizeof table / sizeof *table;
