"""The models of GlissadeModels, written in PyTorch under the names that the state dictionaries of their sources have."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def mlp(sizes: list[int], activation: type[nn.Module]) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), activation()]
    return nn.Sequential(*layers[:-1])


class Logistic(nn.Module):
    def __init__(self, features: int, classes: int) -> None:
        super().__init__()
        self.linear = nn.Linear(features, classes)

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x.flatten(1))


class Autoencoder(nn.Module):
    def __init__(self, sizes: list[int]) -> None:
        super().__init__()
        self.encoder, self.decoder = mlp(sizes, nn.Sigmoid), mlp(sizes[::-1], nn.Sigmoid)

    def forward(self, x: Tensor) -> Tensor:
        return self.decoder(self.encoder(x.flatten(1))).view_as(x)


class LeNet(nn.Module):
    def __init__(self, channels: int, classes: int) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(channels, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = F.avg_pool2d(torch.tanh(self.conv2(F.avg_pool2d(torch.tanh(self.conv1(x)), 2))), 2)
        return self.fc3(torch.tanh(self.fc2(torch.tanh(self.fc1(x.flatten(1))))))


class TwoConvTwoDense(nn.Module):
    def __init__(self, channels: int, classes: int, size: int) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(channels, 32, 5, padding=2), nn.Conv2d(32, 64, 5, padding=2)
        pooled = (size + 3) // 4
        self.fc1, self.fc2 = nn.Linear(64 * pooled * pooled, 1024), nn.Linear(1024, classes)

    def forward(self, x: Tensor) -> Tensor:
        for conv in (self.conv1, self.conv2):
            x = F.max_pool2d(F.relu(conv(x)), 2, ceil_mode=True)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))


class ResidualBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.stride, self.missing = stride, outputs - inputs

    def forward(self, x: Tensor) -> Tensor:
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        shortcut = x[:, :, :: self.stride, :: self.stride]
        half = self.missing // 2
        return F.relu(y + F.pad(shortcut, (0, 0, 0, 0, half, half)))


class ResNet(nn.Module):
    def __init__(self, depth: int, channels: int, classes: int, width: int) -> None:
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(channels, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width)
        for stage in range(3):
            outputs, blocks = width << stage, []
            for block in range((depth - 2) // 6):
                first = stage > 0 and block == 0
                blocks.append(ResidualBlock(outputs // 2 if first else outputs, outputs, 2 if first else 1))
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.linear = nn.Linear(4 * width, classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.layer3(self.layer2(self.layer1(F.relu(self.bn1(self.conv1(x))))))
        return self.linear(x.mean((2, 3)))


class EncoderBlock(nn.Module):
    """torchvision's encoder block, whose two dense layers are the first and the fourth of a sequence."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.ln_1, self.ln_2 = nn.LayerNorm(width, eps=1e-6), nn.LayerNorm(width, eps=1e-6)
        self.self_attention = nn.MultiheadAttention(width, heads, batch_first=True)
        self.mlp = nn.Sequential(
            nn.Linear(width, 4 * width), nn.GELU(), nn.Dropout(0.0), nn.Linear(4 * width, width), nn.Dropout(0.0)
        )

    def forward(self, x: Tensor) -> Tensor:
        y = self.ln_1(x)
        x = x + self.self_attention(y, y, y, need_weights=False)[0]
        return x + self.mlp(self.ln_2(x))


class Encoder(nn.Module):
    def __init__(self, length: int, width: int, layers: int, heads: int) -> None:
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.randn(1, length, width))
        self.layers = nn.Sequential()
        for index in range(layers):
            self.layers.add_module(f"encoder_layer_{index}", EncoderBlock(width, heads))
        self.ln = nn.LayerNorm(width, eps=1e-6)

    def forward(self, x: Tensor) -> Tensor:
        return self.ln(self.layers(x + self.pos_embedding))


class VisionTransformer(nn.Module):
    def __init__(self, channels: int, classes: int, size: int, patch: int, width: int, layers: int, heads: int) -> None:
        super().__init__()
        self.conv_proj = nn.Conv2d(channels, width, patch, patch)
        self.class_token = nn.Parameter(torch.randn(1, 1, width))
        self.encoder = Encoder((size // patch) ** 2 + 1, width, layers, heads)
        self.heads = nn.Sequential()
        self.heads.add_module("head", nn.Linear(width, classes))

    def forward(self, x: Tensor) -> Tensor:
        patches = self.conv_proj(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_token.expand(len(x), -1, -1), patches], 1)
        return self.heads(self.encoder(x)[:, 0])


class CausalSelfAttention(nn.Module):
    def __init__(self, width: int, heads: int, bias: bool) -> None:
        super().__init__()
        self.heads = heads
        self.c_attn, self.c_proj = nn.Linear(width, 3 * width, bias=bias), nn.Linear(width, width, bias=bias)

    def forward(self, x: Tensor) -> Tensor:
        batch, time, width = x.shape
        parts = self.c_attn(x).split(width, 2)
        q, k, v = (part.view(batch, time, self.heads, width // self.heads).transpose(1, 2) for part in parts)
        scores = q @ k.transpose(-2, -1) / math.sqrt(width // self.heads)
        scores = scores.masked_fill(torch.ones(time, time).tril() == 0, -math.inf)
        return self.c_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, time, width))


class GPTBlock(nn.Module):
    def __init__(self, width: int, heads: int, bias: bool) -> None:
        super().__init__()
        self.ln_1, self.ln_2 = nn.LayerNorm(width, bias=bias), nn.LayerNorm(width, bias=bias)
        self.attn = CausalSelfAttention(width, heads, bias)
        self.mlp = nn.ModuleDict(
            {"c_fc": nn.Linear(width, 4 * width, bias=bias), "c_proj": nn.Linear(4 * width, width, bias=bias)}
        )

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp["c_proj"](F.gelu(self.mlp["c_fc"](self.ln_2(x))))


class GPT(nn.Module):
    """nanoGPT's names."""

    def __init__(self, vocabulary: int, context: int, width: int, layers: int, heads: int, bias: bool) -> None:
        super().__init__()
        self.transformer = nn.ModuleDict(
            {
                "wte": nn.Embedding(vocabulary, width),
                "wpe": nn.Embedding(context, width),
                "h": nn.ModuleList([GPTBlock(width, heads, bias) for _ in range(layers)]),
                "ln_f": nn.LayerNorm(width, bias=bias),
            }
        )
        self.lm_head = nn.Linear(width, vocabulary, bias=False)
        self.transformer["wte"].weight = self.lm_head.weight

    def forward(self, x: Tensor) -> Tensor:
        hidden = self.transformer["wte"](x) + self.transformer["wpe"](torch.arange(x.shape[1]))
        for block in self.transformer["h"]:
            hidden = block(hidden)
        return self.lm_head(self.transformer["ln_f"](hidden))


class CharRNN(nn.Module):
    def __init__(self, cell: type[nn.RNNBase], vocabulary: int, width: int, hidden: int, layers: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width)
        self.recurrent = cell(width, hidden, layers, batch_first=True)
        self.output = nn.Linear(hidden, vocabulary)

    def forward(self, x: Tensor) -> Tensor:
        return self.output(self.recurrent(self.embedding(x))[0])


class SequenceToSequence(nn.Module):
    def __init__(self, cell: type[nn.RNNBase], vocabulary: int, hidden: int, answer: int) -> None:
        super().__init__()
        self.vocabulary, self.answer = vocabulary, answer
        self.encoder = cell(vocabulary, hidden, batch_first=True)
        self.decoder = cell(hidden, hidden, batch_first=True)
        self.output = nn.Linear(hidden, vocabulary)

    def forward(self, x: Tensor) -> Tensor:
        vectors = F.one_hot(x, self.vocabulary).to(self.output.weight.dtype)
        memory = self.encoder(vectors)[0][:, -1:]
        return self.output(self.decoder(memory.expand(-1, self.answer, -1))[0])


class SequenceRegressor(nn.Module):
    def __init__(self, cell: type[nn.RNNBase], features: int, hidden: int, outputs: int) -> None:
        super().__init__()
        self.recurrent, self.output = cell(features, hidden, batch_first=True), nn.Linear(hidden, outputs)

    def forward(self, x: Tensor) -> Tensor:
        return self.output(self.recurrent(x)[0][:, -1])
