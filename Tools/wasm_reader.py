"""Reads WebAssembly's binary format, for Tools/wasm-parts and Tools/wasm-pieces."""


class Reader:
    """Reads `data` from `at` on."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def byte(self):
        return self.take(1)[0]

    def number(self, signed=False):
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value - (1 << shift) if signed and byte & 64 else value

    def text(self):
        return self.take(self.number()).decode()


def sections(module):
    """Kind, name, start of the section, start of its content, end."""
    reader = Reader(module, 8)
    while reader.at < len(module):
        start, kind, count = reader.at, reader.byte(), reader.number()
        end = reader.at + count
        yield kind, reader.text() if kind == 0 else "", start, reader.at, end
        reader.at = end


def placed(reader):
    """Where each segment of memory or of the table goes, and its count; the reader is at what it holds."""
    for _ in range(reader.number()):
        if reader.take(2) != b"\x00\x41":
            raise SystemExit("a segment of another kind")
        place = reader.number(signed=True)
        reader.byte()
        yield place, reader.number()


def segments(reader):
    """Address in memory, place in the module and count of each data segment."""
    for address, count in placed(reader):
        yield address, reader.at, count
        reader.at += count


def elements(reader):
    """Place in the table and function of each of its elements."""
    for first, count in placed(reader):
        for slot in range(count):
            yield first + slot, reader.number()
