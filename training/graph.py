"""The network as an ONNX graph, written node by node: weights at eight bits, activations quantised row by row.

`MatMulNBits` of ONNX Runtime with accuracy level 4 scales each row of the activations by itself, so that a sentence's
result does not depend on what else is in its batch; dynamic quantisation of the usual kind scales a whole batch.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Weights = Mapping[str, NDArray[np.float32]]
_BLOCKS = (128, 32)
"""Inputs that share a scale, where they divide them: with 32 alone the model is as good and a tenth slower. One scale a
row, of weights and activations, was too coarse (F1 of names .05 to .14 less).
"""
_CONTRIB = "com.microsoft"


class Graph:
    """Collects nodes and constants."""

    def __init__(self, bits: int) -> None:
        """Take the bits a weight of a large matrix is kept in: 4, 8, or 32 for plain floats."""
        self.bits = bits
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """Add a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, inputs: Sequence[str], *, domain: str = "", outputs: int = 1, **options: object) -> str:
        """Add a node and return the name of its output; of several outputs the common beginning of their names."""
        name = f"{kind}_{len(self.nodes)}"
        names = [name] if outputs == 1 else [f"{name}:{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=name, domain=domain, **options))
        return name

    def linear(self, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32] | None, name: str) -> str:
        """Return x @ weight.T + bias; `weight` is (out, in) as torch has it."""
        block = next((size for size in _BLOCKS if weight.shape[1] % size == 0), 0)
        if self.bits == 32 or not block:
            product = self.add("MatMul", [x, self.constant(f"{name}.w", weight.T)])
        else:
            packed, scales = quantised(weight, self.bits, block)
            constants = [self.constant(f"{name}.q", packed), self.constant(f"{name}.s", scales)]
            product = self.add(
                "MatMulNBits",
                [x, *constants],
                domain=_CONTRIB,
                K=weight.shape[1],
                N=weight.shape[0],
                bits=self.bits,
                block_size=block,
                accuracy_level=4,
            )
        return product if bias is None else self.add("Add", [product, self.constant(f"{name}.b", bias)])

    def norm(self, x: str, weights: Weights, name: str, epsilon: float) -> str:
        """Return the layer norm of x."""
        scale, bias = (self.constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", [x, scale, bias], axis=-1, epsilon=epsilon)


def quantised(weight: NDArray[np.float32], bits: int, block: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return a matrix (out, in) in blocks along the inputs: codes and scales.

    Symmetric: code = round(w / scale) + 2 ** (bits - 1), which is the zero point the operator takes by default.
    """
    out, width = weight.shape
    blocks = weight.reshape(out, width // block, block)
    middle = 2 ** (bits - 1)
    scales = np.maximum(np.abs(blocks).max(-1), 1e-12) / (middle - 1)
    codes = np.clip(np.rint(blocks / scales[..., None]) + middle, 0, 2 * middle - 1).astype(np.uint8)
    if bits == 4:
        codes = codes[..., 0::2] | (codes[..., 1::2] << 4)
    return codes, scales.reshape(-1).astype(np.float32)


def encoder(graph: Graph, weights: Weights, *, layers: int, heads: int, epsilon: float) -> str:
    """Add the encoder: inputs `embedded` (batch, pieces, hidden) and `mask` (batch, pieces) of int32."""
    position = graph.constant("position", weights["encoder.position"])
    length = graph.add("Gather", [graph.add("Shape", ["embedded"]), graph.constant("1", np.array([1]))])
    place = graph.add("Slice", [position, graph.constant("0", np.array([0])), length, "0"])
    x = graph.norm(graph.add("Add", ["embedded", place]), weights, "encoder.norm", epsilon)
    for number in range(layers):
        name = f"encoder.layers.{number}"

        def linear(x: str, part: str, name: str = name) -> str:
            return graph.linear(x, weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"], f"{name}.{part}")

        qkv = graph.add("Split", [linear(x, "qkv")], outputs=3, axis=-1, num_outputs=3)
        inputs = [f"{qkv}:0", f"{qkv}:1", f"{qkv}:2", "", "mask"]
        mixed = graph.add("MultiHeadAttention", inputs, domain=_CONTRIB, num_heads=heads)
        x = graph.norm(graph.add("Add", [x, linear(mixed, "out")]), weights, f"{name}.norm1", epsilon)
        inner = graph.add("Gelu", [linear(x, "inner")])
        x = graph.norm(graph.add("Add", [x, linear(inner, "outer")]), weights, f"{name}.norm2", epsilon)
    return x


def heads_of(graph: Graph, weights: Weights, x: str) -> dict[str, str]:
    """Add the heads over the words' first pieces: input `first` (batch, words); outputs by name."""
    index = graph.add("Unsqueeze", ["first", graph.constant("2", np.array([2]))])
    words = graph.add("GatherND", [x, index], batch_dims=1)

    def narrow(part: str) -> str:
        name = f"scores.{part}.0"
        return graph.add("Gelu", [graph.linear(words, weights[f"{name}.weight"], weights[f"{name}.bias"], name)])

    def plain(part: str) -> str:
        name = f"scores.{part}"
        return graph.linear(words, weights[f"{name}.weight"], weights[f"{name}.bias"], name)

    found = {"names": plain("names")}
    for part in ("upos", "features", "lemmas"):
        found[part] = graph.add("ArgMax", [plain(part)], axis=-1, keepdims=0)
    arc = weights["scores.arc"]  # (dependent + 1, head): the last row is the bias
    left = graph.linear(narrow("arc_dependent"), arc[:-1].T, arc[-1], "arc")
    right = graph.add("Transpose", [narrow("arc_head")], perm=[0, 2, 1])
    found["arcs"] = graph.add("MatMul", [left, right])
    dependent, head = narrow("relation_dependent"), narrow("relation_head")
    relations = _pairs(graph, weights["scores.relation"], dependent, head, "relation")
    found["relations"] = graph.add("ArgMax", [relations], axis=-1, keepdims=0)
    return found | _events(graph, weights, words, narrow)


def _events(graph: Graph, weights: Weights, words: str, narrow: Callable[[str], str]) -> dict[str, str]:
    """Add the heads that tell triggers: scores of types and subtypes, the rest decided."""
    event = narrow("event")

    def plain(part: str) -> str:
        name = f"scores.{part}"
        return graph.linear(event, weights[f"{name}.weight"], weights[f"{name}.bias"], name)

    found = {part: plain(part) for part in ("types", "subtypes")}
    for part in ("modalities", "polarities"):
        found[part] = graph.add("ArgMax", [plain(part)], axis=-1, keepdims=0)
    roots = graph.add("Gather", [words, graph.constant("root", np.array(0))], axis=1)
    weight, bias = weights["scores.sentence.0.weight"], weights["scores.sentence.0.bias"]
    sentence = graph.add("Gelu", [graph.linear(roots, weight, bias, "sentence")])
    found["whole"] = graph.linear(sentence, weights["scores.whole.weight"], weights["scores.whole.bias"], "whole")
    roles = _pairs(graph, weights["scores.role"], narrow("role_word"), narrow("role_trigger"), "role")
    found["roles"] = graph.add("ArgMax", [roles], axis=-1, keepdims=0)
    return found


def _pairs(graph: Graph, form: NDArray[np.float32], dependent: str, head: str, name: str) -> str:
    """Return the biaffine scores of every pair of words: (batch, dependents, heads, classes)."""
    many, wide, _ = form.shape
    flat = form.transpose(0, 2, 1)  # (relation, head, dependent)
    weight = flat[:, :, :-1].reshape(many * wide, wide - 1)
    mixed = graph.linear(dependent, weight, np.ascontiguousarray(flat[:, :, -1]).reshape(-1), name)
    shape = graph.constant(f"{name}.shape", np.array([0, 0, many, wide]))
    mixed = graph.add("Reshape", [mixed, shape])  # (batch, word, relation, head + 1)
    cuts = graph.constant(f"{name}.cuts", np.array([wide - 1, 1]))
    parts = graph.add("Split", [mixed, cuts], outputs=2, axis=-1)
    spread = graph.add("Transpose", [f"{parts}:0"], perm=[0, 1, 3, 2])  # (batch, word, head part, relation)
    governing = graph.add("Unsqueeze", [head, graph.constant(f"{name}.axis", np.array([1]))])
    return graph.add(
        "Add", [graph.add("MatMul", [governing, spread]), graph.add("Transpose", [f"{parts}:1"], perm=[0, 1, 3, 2])]
    )


def model(weights: Weights, *, layers: int, heads: int, epsilon: float, bits: int) -> onnx.ModelProto:
    """Return the whole network."""
    graph = Graph(bits)
    outputs = heads_of(graph, weights, encoder(graph, weights, layers=layers, heads=heads, epsilon=epsilon))
    for name, made in outputs.items():
        graph.nodes.append(helper.make_node("Identity", [made], [name], name=name))
    floats = ("names", "arcs", "types", "subtypes", "whole")
    kinds = dict.fromkeys(outputs, TensorProto.INT64) | dict.fromkeys(floats, TensorProto.FLOAT)
    ranks = dict.fromkeys(outputs, 2) | dict.fromkeys((*floats, "relations", "roles"), 3)
    made = helper.make_graph(
        graph.nodes,
        "tagger",
        [
            helper.make_tensor_value_info("embedded", TensorProto.FLOAT, ["batch", "pieces", 384]),
            helper.make_tensor_value_info("mask", TensorProto.INT32, ["batch", "pieces"]),
            helper.make_tensor_value_info("first", TensorProto.INT64, ["batch", "words"]),
        ],
        [helper.make_tensor_value_info(name, kinds[name], [None] * ranks[name]) for name in outputs],
        graph.constants,
    )
    sets = [helper.make_opsetid("", 20), helper.make_opsetid(_CONTRIB, 1)]
    return helper.make_model(made, opset_imports=sets, ir_version=10)
