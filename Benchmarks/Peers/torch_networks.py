"""Training steps in PyTorch: forward, backward and Adam's update."""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from measuring import Work, fastest, looped
from workloads import LEARNING_RATE


def prepare(name: str, compiled: bool) -> Work:
    """One step of a network, by the fastest of PyTorch's own ways."""
    make = {"mlp.tiny": tiny, "mlp.mnist": mnist, "cnn.2c2d": cnn, "lstm.char": lstm, "gpt.baby": gpt}[name]
    optimizers: dict[str, dict[str, bool]] = {
        "Adam": {}, "Adam(foreach)": {"foreach": True}, "Adam(fused)": {"fused": True}
    }
    formats = [torch.contiguous_format] + ([torch.channels_last] if name == "cnn.2c2d" else [])
    candidates: dict[str, Callable[[], Work]] = {}
    for form in formats:
        for optimizer, options in optimizers.items():
            candidates[f"{optimizer}, {form}"] = lambda o=options, f=form: step(make, o, f, compiled, False)
        if compiled:
            candidates[f"compiled Adam, {form}"] = lambda f=form: step(make, {}, f, True, True)
    return fastest(candidates)


def step(
    make: Callable[[], tuple[nn.Module, Tensor, Tensor]], options: dict[str, bool], form: torch.memory_format,
    compiles_model: bool, compiles_optimizer: bool
) -> Work:
    torch.manual_seed(1)
    torch._dynamo.reset()
    model, x, y = make()
    if form is torch.channels_last:
        model, x = model.to(memory_format=form), x.to(memory_format=form)
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE, **options)

    def forward(x: Tensor, y: Tensor) -> Tensor:
        return F.cross_entropy(model(x).flatten(0, -2), y)

    loss_of = torch.compile(forward) if compiles_model else forward
    update = torch.compile(optimizer.step) if compiles_optimizer else optimizer.step

    def call() -> None:
        optimizer.zero_grad()
        loss_of(x, y).backward()
        update()

    return looped(call, 1, "steps/s")


def labels(count: int, classes: int) -> Tensor:
    return torch.randint(classes, (count,))


def tiny() -> tuple[nn.Module, Tensor, Tensor]:
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    return model, torch.rand(32, 64), labels(32, 10)


def mnist() -> tuple[nn.Module, Tensor, Tensor]:
    model = nn.Sequential(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 10))
    return model, torch.rand(128, 784), labels(128, 10)


def cnn() -> tuple[nn.Module, Tensor, Tensor]:
    model = nn.Sequential(
        nn.Conv2d(1, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(7 * 7 * 64, 1024), nn.ReLU(), nn.Linear(1024, 10),
    )  # fmt: skip
    return model, torch.rand(64, 1, 28, 28), labels(64, 10)


class CharacterLSTM(nn.Module):
    """The next character by one LSTM."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(65, 128)
        self.lstm = nn.LSTM(128, 128, batch_first=True)
        self.head = nn.Linear(128, 65)

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.lstm(self.embedding(x))[0])


def lstm() -> tuple[nn.Module, Tensor, Tensor]:
    return CharacterLSTM(), torch.randint(65, (50, 50)), labels(50 * 50, 65)


class Block(nn.Module):
    """A block of a transformer that normalizes first."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width, bias=False), nn.LayerNorm(width, bias=False)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.projection = nn.Linear(width, width, bias=False)
        self.widen = nn.Linear(width, 4 * width, bias=False)
        self.narrow = nn.Linear(4 * width, width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        batch, time, width = x.shape
        parts = self.qkv(self.norm1(x)).view(batch, time, 3, self.heads, width // self.heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.projection(attended.transpose(1, 2).reshape(batch, time, width))
        return x + self.narrow(F.gelu(self.widen(self.norm2(x))))


class BabyGPT(nn.Module):
    """Four blocks with learned positions and a head that shares the embedding's weights."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens, self.positions = nn.Embedding(65, 128), nn.Parameter(0.02 * torch.randn(64, 128))
        nn.init.normal_(self.tokens.weight, std=0.02)
        self.blocks = nn.Sequential(*(Block(128, 4) for _ in range(4)))
        self.norm = nn.LayerNorm(128, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        hidden = self.norm(self.blocks(self.tokens(x) + self.positions))
        return F.linear(hidden, self.tokens.weight)


def gpt() -> tuple[nn.Module, Tensor, Tensor]:
    return BabyGPT(), torch.randint(65, (12, 64)), labels(12 * 64, 65)
