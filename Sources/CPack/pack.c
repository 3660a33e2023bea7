// Packs the engine for pages, and unpacks it there: one text of which Tools/page makes a program and a module of
// WebAssembly. A bit's chance is a mixture of what several contexts say of it (M. Mahoney, "Adaptive weighing of context
// models for lossless data compression", 2005), and an arithmetic coder spends as many bits as it was unlikely. The
// contexts know how WebAssembly reads. Packing and unpacking walk the same way: only `coded` knows which of them it is.
//
// All that is reckoned is IEEE's addition, multiplication and division of floats in a given order, so that both
// sides have the same bits.
#include <stdint.h>

// What a byte is: the streams of a function, its borders, and bytes that are no code.
enum { OPCODE, LOCAL, OFFSET, INTEGER, CONSTANT, FUNCTION, LABEL, DECLARATION, IMMEDIATE, BORDER, BYTE, KINDS };
enum { CONTEXTS = 8, INPUTS = 2 * CONTEXTS + 4, LINES = 1 << 16, KEPT = 8, LARGEST = 1 << 21 };

typedef float four __attribute__((vector_size(16)));
typedef four weights[INPUTS / 4];

// How likely a 1 is in a context, and how often that was seen.
struct chance {
  uint16_t one;
  uint8_t check, seen;
};

// A line has the chances of a context's four bits, by what they were up to there, from 1.
static struct chance table[CONTEXTS][LINES][16] __attribute__((aligned(64)));
// What is learned of mixing: three mixtures' weights, how far each of the three is trusted,
// and what chances turned out to be, by what came of them: at its stretched values from -8 to 8.
static struct {
  weights by_bits[4 * KINDS * 256], by_opcode[KINDS * 256], by_place[4 * KINDS * 8];
  float trust[4 * KINDS][3], refined[4 * KINDS * 256][33];
} learned, first_learned;
static float rates[256];        // how far a chance moves that was seen so often
static float stretched[4096];   // ln(p / (1 - p)) at p = i / 4096
static uint16_t squashed[4096]; // its inverse, of (i - 2048) / SCALE, in 65536ths
static const float SCALE = 170;

// What the pieces after the first have changed of the table, to be taken back.
enum { MOST_CHANGES = 1 << 21 };
static struct {
  struct chance *place, before;
} journal[MOST_CHANGES];
static uint32_t changes;
static int keeps_journal;

static int packs;
static uint32_t low, high, code;
static uint8_t *packed; // read to unpack, written to pack
static uint8_t *plain;  // read to pack, written to unpack

// What went before, the last first.
static uint32_t opcodes[KEPT], numbers[KEPT], of_kind[KINDS][KEPT];

static uint32_t mix(uint32_t hash, uint32_t value) {
  hash = (hash ^ value) * 0x2c1b3c6du + 0x297a2d39u;
  return hash ^ hash >> 13;
}

static uint32_t mix_all(uint32_t hash, const uint32_t *values, int count) {
  for (int i = 0; i < count; i++) hash = mix(hash, values[i]);
  return hash;
}

static void push(uint32_t *list, uint32_t value) {
  __builtin_memmove(list + 1, list, (KEPT - 1) * sizeof *list);
  list[0] = value;
}

// A bit: `y` goes out to pack, else what came in is the result. `chance` is a 1's, in 65536ths.
static int coded(int y, uint32_t chance) {
  uint32_t middle = low + (uint32_t)((uint64_t)(high - low) * chance >> 16);
  if (!packs) y = code <= middle;
  if (y) high = middle;
  else low = middle + 1;
  for (; !((low ^ high) >> 24); low <<= 8, high = high << 8 | 255) {
    if (packs) *packed++ = (uint8_t)(high >> 24);
    else code = code << 8 | *packed++;
  }
  return y;
}

static uint32_t squash(float x) {
  float place = x * SCALE + 2048;
  return squashed[place < 0 ? 0 : place > 4095 ? 4095 : (int)place];
}

// Within what is stretched and refined.
static float held(float x) { return x < -8 ? -8 : x > 7.99f ? 7.99f : x; }

static float sum(four x) { return x[0] + x[1] + x[2] + x[3]; }

// A bit, by what `found` says of it and `chosen` weights make of that, as `trust` has it, refined; all learn from it.
static int mixed(int y, struct chance *const *found, four *const *chosen, float *trust, float *refinement) {
  union {
    weights all;
    float at[INPUTS];
  } x = {.at[2 * CONTEXTS] = 2};
  for (int i = 0; i < CONTEXTS; i++) {
    if (!found[i]->seen) continue;
    float surety = found[i]->seen > 30 ? 6 : found[i]->seen > 3 ? 3 : 1.5f;
    x.at[2 * i] = stretched[found[i]->one >> 4];
    x.at[2 * i + 1] = (found[i]->one / 65536.0f - 0.5f) * surety;
  }
  float said[3], all = 0;
  for (int k = 0; k < 3; k++) {
    four dot = {0};
    for (int i = 0; i < INPUTS / 4; i++) dot += chosen[k][i] * x.all[i];
    said[k] = sum(dot);
    all += trust[k] * said[k];
  }
  float place = 2 * held(all) + 16;
  float *below = refinement + (int)place, share = place - (float)(int)place;
  float chance = below[0] * (1 - share) + below[1] * share;
  y = coded(y, ((uint32_t)chance + squash(all)) / 2);
  below[0] += (y * 65504 + 16 - below[0]) * (1 - share) * 0.04f;
  below[1] += (y * 65504 + 16 - below[1]) * share * 0.04f;
  for (int k = 0; k < 3; k++) {
    float step = ((float)y - squash(said[k]) / 65536.0f) * 0.03f;
    for (int i = 0; i < INPUTS / 4; i++) chosen[k][i] += step * x.all[i];
    trust[k] += ((float)y - squash(all) / 65536.0f) * 0.004f * held(said[k]);
  }
  for (int i = 0; i < CONTEXTS; i++) {
    float goal = y ? 65535 : 0;
    found[i]->one = (uint16_t)(found[i]->one + (goal - found[i]->one) * rates[found[i]->seen]);
    if (found[i]->seen < 255) found[i]->seen++;
  }
  return y;
}

// A byte in its contexts; `place` is 0 for a number's first byte, 3 from its fourth on; a text's tells other things.
static uint8_t byte(uint8_t value, int kind, int place, uint32_t opcode, const uint32_t *contexts) {
  struct chance(*line[CONTEXTS])[16], *found[CONTEXTS];
  uint8_t check[CONTEXTS];
  uint32_t bits = 1, within = 1;
  for (int i = 7; i >= 0; i--) {
    if (i == 7 || i == 3) {
      within = 1;
      for (int c = 0; c < CONTEXTS; c++) {
        uint32_t hash = mix(contexts[c], bits) * 0x9e3779b1u;
        line[c] = &table[c][hash / (UINT32_MAX / LINES + 1)];
        check[c] = (uint8_t)hash;
      }
    }
    for (int c = 0; c < CONTEXTS; c++) {
      found[c] = &(*line[c])[within];
      if (keeps_journal && changes < MOST_CHANGES) {
        journal[changes].place = found[c];
        journal[changes++].before = *found[c];
      }
      if (found[c]->check != check[c]) *found[c] = (struct chance){32768, check[c], 0};
    }
    int shape = 4 * kind + place;
    int y = mixed(
        value >> i & 1, found,
        (four *const[]){learned.by_bits[256 * shape + (int)bits], learned.by_opcode[256 * kind + (int)(opcode & 255)],
                        learned.by_place[8 * shape + i]},
        learned.trust[shape], learned.refined[256 * shape + (int)bits]);
    bits = bits << 1 | (uint32_t)y;
    within = within << 1 | (uint32_t)y;
  }
  return (uint8_t)bits;
}

// The number whose bytes come one after another between `begin` and `end`.
static struct {
  int kind, place;
  uint32_t said; // up to here
} now;

static void begin(int kind) {
  now.kind = kind;
  now.place = 0;
  now.said = mix(0, (uint32_t)kind);
}

static void end(uint32_t value) {
  push(of_kind[now.kind], value + 1);
  if (now.kind == OPCODE) push(opcodes, value + 1);
  push(numbers, value * KINDS + (uint32_t)now.kind + 1);
}

static uint8_t next(uint8_t value) {
  uint32_t base = mix(now.said, (uint32_t)now.place), *before = of_kind[now.kind];
  uint32_t one = mix(base, opcodes[0]), two = mix(one, opcodes[1]), three = mix(two, opcodes[2]);
  uint32_t last = mix(base, before[0]), seven = mix(mix_all(base, numbers, 7), 2);
  value = now.kind == OPCODE
      ? byte(value, now.kind, now.place, opcodes[0],
             (uint32_t[CONTEXTS]){mix(base, 9), one, two, three, mix(three, opcodes[3]), mix_all(base, opcodes, KEPT), seven,
                                  mix(mix_all(base, numbers, 2), opcodes[0])})
      : byte(value, now.kind, now.place, opcodes[0],
             (uint32_t[CONTEXTS]){mix(base, 9), one, two, three, mix(last, opcodes[0]),
                                  mix(mix(last, before[1]), opcodes[0]), mix(mix_all(last, opcodes, 3), 4), seven});
  now.said = mix(now.said, value + 1u);
  if (now.place < 3) now.place++;
  return value;
}

// A byte of `plain`, as it stands there.
static uint8_t copied(void) {
  uint8_t value = next(*plain);
  *plain++ = value;
  return value;
}

// Seven bits a byte, the lowest first; of more than 32 bits, the lowest.
static uint32_t digits(void) {
  uint32_t value = 0, byte = 128;
  for (int shift = 0; byte > 127; shift += 7) {
    byte = copied();
    if (shift < 32) value |= (byte & 127) << shift;
  }
  return value;
}

static uint32_t number(int kind) {
  begin(kind);
  uint32_t value = digits();
  end(value);
  return value;
}

static void constant(int kind, int count) {
  begin(kind);
  uint32_t value = 0;
  for (; count; count--) value = mix(value, copied());
  end(value);
}

static uint8_t *written(uint8_t *to, uint32_t value) {
  for (; value > 127; value >>= 7) *to++ = (uint8_t)(value | 128);
  *to++ = (uint8_t)value;
  return to;
}

// A local is told by how many others were used since; at first they all were, in order.
static uint32_t recent[1 << 16], used;

static void local(void) {
  uint32_t value = 0, since = 0, byte = 128;
  if (packs) {
    for (int shift = 0; byte > 127; shift += 7) value |= ((byte = *plain++) & 127) << shift;
    while (since < used && recent[since] != value) since++;
    if (since == used) since = value;
  }
  uint8_t digits[5] = {0}, *digit = digits;
  written(digits, since);
  begin(LOCAL);
  since = 0;
  byte = 128;
  for (int shift = 0; byte > 127; shift += 7) since |= ((byte = next(*digit++)) & 127) << shift;
  end(since);
  for (; used <= since; used++) recent[used] = used;
  value = recent[since];
  __builtin_memmove(recent + 1, recent, since * sizeof *recent);
  recent[0] = value;
  if (!packs) plain = written(plain, value);
}

static void operands(uint32_t opcode) {
  switch (opcode) {
  case 0x02 ... 0x04: case 0x23: case 0x24: case 0x3f: case 0x40: case 0xfc09: case 0xfc0b:
    number(IMMEDIATE);
    break;
  case 0x11: case 0xfc08: case 0xfc0a:
    number(IMMEDIATE);
    number(IMMEDIATE);
    break;
  case 0x0c: case 0x0d: number(LABEL); break;
  case 0x0e:
    for (uint32_t count = number(LABEL) + 1; count; count--) number(LABEL);
    break;
  case 0x10: number(FUNCTION); break;
  case 0x20 ... 0x22: local(); break;
  case 0x28 ... 0x3e: case 0xfd00 ... 0xfd0b: case 0xfd54 ... 0xfd5d:
    number(IMMEDIATE);
    number(OFFSET);
    if (opcode >= 0xfd54 && opcode <= 0xfd5b) constant(IMMEDIATE, 1);
    break;
  case 0x41: number(INTEGER); break;
  case 0x42: number(CONSTANT); break;
  case 0x43: constant(CONSTANT, 4); break;
  case 0x44: constant(CONSTANT, 8); break;
  case 0xfd0c: constant(CONSTANT, 16); break;
  case 0xfd0d: constant(IMMEDIATE, 16); break;
  case 0xfd15 ... 0xfd22: constant(IMMEDIATE, 1); break;
  }
}

static void forget(void) {
  __builtin_memset(opcodes, 0, sizeof opcodes);
  __builtin_memset(numbers, 0, sizeof numbers);
  __builtin_memset(of_kind, 0, sizeof of_kind);
}

// A function, after its count of bytes in four of seven bits.
static void function(void) {
  uint8_t *start = plain;
  plain += 4;
  forget();
  used = 0;
  for (uint32_t groups = number(DECLARATION); groups; groups--) {
    number(DECLARATION);
    number(DECLARATION);
  }
  for (int depth = 1; depth;) {
    begin(OPCODE);
    uint32_t opcode = copied();
    if (opcode == 0xfc || opcode == 0xfd) opcode = opcode << 8 | digits();
    end(opcode);
    depth += (opcode > 1 && opcode < 5) - (opcode == 11);
    operands(opcode);
  }
  uint32_t count = (uint32_t)(plain - start - 4);
  for (int i = 0; i < 4; i++) start[i] = (uint8_t)((count >> 7 * i & 127) | (i < 3) << 7);
}

// Bytes after their count, as letters of words, within quotes and without.
static void text(void) {
  uint32_t before[CONTEXTS - 1] = {0}, word = 0, contexts[CONTEXTS];
  int quoted = 0;
  for (uint32_t count = number(BORDER); count; count--) {
    contexts[0] = BYTE;
    for (int i = 0; i < CONTEXTS - 2; i++) contexts[i + 1] = mix(contexts[i], before[i] + 1);
    contexts[5] = mix_all(5, before + 1, 2);
    contexts[CONTEXTS - 1] = mix(word, 991);
    uint8_t value = byte(*plain, BYTE, 2 * quoted + !!word, before[0], contexts);
    *plain++ = value;
    __builtin_memmove(before + 1, before, sizeof before - sizeof *before);
    before[0] = value;
    quoted ^= value == '"' || value == '\'' || value == '`';
    uint8_t letter = value | 32;
    word = (letter >= 'a' && letter <= 'z') || (value >= '0' && value <= '9') || value == '_' || value == '$'
        ? mix(word, value) : 0;
  }
}

// Functions, places of the table and bytes of memory, each by how many are between it and the one before.
static void piece(void) {
  forget();
  for (uint32_t count = number(BORDER); count; count--) {
    number(BORDER);
    number(BORDER);
    function();
  }
  forget();
  for (uint32_t count = number(BORDER); count; count--) {
    number(BORDER);
    number(FUNCTION);
  }
  for (uint32_t count = number(BORDER); count; count--) {
    number(BORDER);
    text();
  }
}

// What stands around the functions of all pieces, and the piece that every page has.
static void core(void) {
  text();
  text();
  for (int i = 0; i < 3; i++) number(BORDER);
  piece();
}

static void open(void) {
  low = 0;
  high = UINT32_MAX;
  for (int i = 0; i < 4 && !packs; i++) code = code << 8 | *packed++;
  forget();
}

// Four bytes that end where the coder is: what comes next is begun anew.
static void close(void) {
  for (int i = 0; i < 4 && packs; i++) *packed++ = (uint8_t)(high >> (24 - 8 * i));
}

static void start(void) {
  float power = 1; // e^((i - 2048) / SCALE), from the middle to both sides
  for (int i = 2048; i < 4096; i++, power *= 1.0058997f) {
    float chance = 65536 * power / (1 + power);
    squashed[i] = (uint16_t)(chance > 65520 ? 65520 : chance);
    squashed[4095 - i] = (uint16_t)(65536 - squashed[i]);
  }
  for (int i = 0, x = 0; i < 4096; i++) {
    while (x < 4095 && squashed[x] < 16 * i + 8) x++;
    stretched[i] = (float)(x - 2048) / SCALE;
  }
  for (int i = 0; i < 256; i++) rates[i] = 1 / ((float)i + 1.3f);
  for (four *weight = (four *)&learned; weight < (four *)learned.trust; weight++)
    *weight = (four){0.25f, 0.1f, 0.25f, 0.1f};
  for (int i = 0; i < 4 * KINDS * 3; i++) learned.trust[i / 3][i % 3] = 1 / 3.0f;
  for (int i = 0; i < 4 * KINDS * 256 * 33; i++)
    learned.refined[i / 33][i % 33] = (float)squash((float)(i % 33) / 2 - 8);
}

// Each piece after the core is told as if it came right after it, for pages have some of them.
static void branch(void) {
  if (!keeps_journal) first_learned = learned;
  keeps_journal = 1;
  learned = first_learned;
  while (changes) {
    changes--;
    *journal[changes].place = journal[changes].before;
  }
  open();
  piece();
  close();
}

static void trunk(void (*part)(void)) {
  start();
  open();
  part();
  close();
}

static uint8_t from[LARGEST], to[LARGEST];

#ifdef __wasm__

__attribute__((export_name("from"))) uint8_t *place_of_packed(void) { return from; }
__attribute__((export_name("to"))) uint8_t *place_of_plain(void) { return to; }

// Unpacks `count` bytes, once in an instance: a text, or a core and pieces. The result is the count of plain bytes.
__attribute__((export_name("unpack"))) uint32_t unpack(uint32_t count, int is_text) {
  packed = from;
  plain = to;
  trunk(is_text ? text : core);
  while (packed < from + count) branch();
  return (uint32_t)(plain - to);
}

#else

#include <stdio.h>
#include <string.h>

// pack text, pack pieces: packs what standard input has: a text after its count in seven bits a byte; a core and other
// pieces, each after its count in four bytes, the lowest first, as the packed ones come out.
int main(int argc, char **argv) {
  int is_text = argc == 2 && !strcmp(argv[1], "text");
  if (!is_text && (argc != 2 || strcmp(argv[1], "pieces"))) return fputs("usage: pack text|pieces\n", stderr), 64;
  packs = 1;
  uint8_t head[4];
  for (int pieces = 0; is_text ? !pieces : fread(head, 1, 4, stdin) == 4; pieces++) {
    size_t count = is_text ? LARGEST : head[0] | head[1] << 8 | head[2] << 16 | (size_t)head[3] << 24;
    size_t found = fread(from, 1, count < LARGEST ? count : LARGEST, stdin);
    if (found != count && !is_text) return fputs("pack: a piece that is cut, or too long\n", stderr), 1;
    plain = from;
    packed = to;
    if (pieces) branch();
    else trunk(is_text ? text : core);
    if (changes == MOST_CHANGES) return fputs("pack: a piece too long to be taken back\n", stderr), 1;
    if (plain != from + found) return fputs("pack: a piece that reads otherwise\n", stderr), 1;
    uint32_t size = (uint32_t)(packed - to);
    for (int i = 0; i < 4; i++) head[i] = (uint8_t)(size >> 8 * i);
    if (!is_text) fwrite(head, 1, 4, stdout);
    fwrite(to, 1, size, stdout);
  }
  return fflush(stdout) ? 1 : 0;
}

#endif
