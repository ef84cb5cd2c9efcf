"""Compares models with PyTorch's, weights exchanged by safetensors in both directions.

    python check_models.py GLISSADE

Each model is made in PyTorch; its weights and inputs go to `glissade predict`, whose outputs must be PyTorch's. Then
`glissade predict` makes and saves weights of its own, PyTorch loads them, and outputs are compared again.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import models
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

TOLERANCE = 1e-5


@dataclass
class Case:
    """A model by its name on the command line, the same in PyTorch, and inputs."""

    name: str
    model: nn.Module
    inputs: Tensor
    outputs: int
    options: list[str] = field(default_factory=list)


def cases() -> list[Case]:
    small, image = torch.randn(3, 1, 14, 14), torch.randn(3, 1, 28, 28)
    color, tokens = torch.randn(2, 3, 12, 12), torch.randint(11, (3, 7))
    return [
        Case("logistic", models.Logistic(196, 5), small, 5),
        Case("mlp:hidden=20x16", models.mlp([12, 20, 16, 5], nn.ReLU), torch.randn(4, 12), 5),
        Case("mlp:hidden=20,activation=tanh", models.mlp([12, 20, 5], nn.Tanh), torch.randn(4, 12), 5),
        Case("autoencoder:hidden=20x6", models.Autoencoder([36, 20, 6]), torch.randn(4, 36), 36),
        Case("lenet", models.LeNet(1, 10), image, 10),
        Case("2c2d", models.TwoConvTwoDense(1, 10, 14), small, 10),
        Case("resnet:depth=14,width=4", models.ResNet(14, 3, 10, 4), color, 10),
        Case("vit:patch=4,width=16,layers=2,heads=4", models.VisionTransformer(3, 10, 12, 4, 16, 2, 4), color, 10),
        Case("char-rnn:hidden=10,width=6,layers=2", models.CharRNN(nn.LSTM, 11, 6, 10, 2), tokens, 11),
        Case("char-rnn:hidden=10,width=6,cell=gru", models.CharRNN(nn.GRU, 11, 6, 10, 1), tokens, 11),
        Case("char-rnn:hidden=10,width=6,cell=rnn", models.CharRNN(nn.RNN, 11, 6, 10, 1), tokens, 11),
        Case("gpt:layers=2,heads=4,width=16", models.GPT(11, 7, 16, 2, 4, False), tokens, 11),
        Case("gpt:layers=2,heads=2,width=16,bias=yes,context=9", models.GPT(11, 9, 16, 2, 2, True), tokens, 11),
        Case("seq2seq:hidden=10", models.SequenceToSequence(nn.LSTM, 11, 10, 4), tokens, 11, ["--answer-length", "4"]),
        Case("recurrent:hidden=10,cell=gru", models.SequenceRegressor(nn.GRU, 2, 10, 3), torch.randn(3, 9, 2), 3),
    ]


def disturb(model: nn.Module) -> None:
    """Weights and state such that nothing is zero or one by default."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter) * (1 if parameter.dim() == 1 else parameter.std()))
        for name, buffer in model.named_buffers():
            if name.endswith("num_batches_tracked"):
                buffer.fill_(7)
            elif name.endswith("running_mean"):
                buffer.copy_(0.2 * torch.randn_like(buffer))
            else:
                buffer.copy_(torch.rand_like(buffer) + 0.5)


def check(glissade: str, case: Case, folder: Path) -> tuple[float, float]:
    """The largest difference of outputs with PyTorch's weights, and with ours."""
    disturb(case.model)
    case.model.eval()
    weights, inputs, outputs = (str(folder / name) for name in ("weights", "inputs", "outputs"))
    # A shared weight is one tensor under two names; a file needs a copy for each.
    save_file({name: tensor.clone().contiguous() for name, tensor in case.model.state_dict().items()}, weights)
    save_file({"input": case.inputs}, inputs)

    def predicted(*options: str) -> Tensor:
        command = [glissade, "predict", "--model", case.name, "--outputs", str(case.outputs), "--input", inputs]
        subprocess.run([*command, "--output", outputs, *case.options, *options], check=True, stdout=subprocess.DEVNULL)
        return load_file(outputs)["output"]

    def difference(found: Tensor) -> float:
        with torch.no_grad():
            expected = case.model(case.inputs)
        assert found.shape == expected.shape, f"{case.name}: outputs of shape {found.shape}, not {expected.shape}"
        return float(((found - expected).abs() / expected.abs().clamp(min=1)).max())

    with torch.no_grad():
        rows = case.model(case.inputs).flatten(1)
    # Outputs that are the same for all inputs would compare biases alone.
    assert float((rows - rows[0]).abs().max()) > 1e-3, f"{case.name}: the outputs do not depend on the inputs"
    imported = difference(predicted("--weights", weights))
    found = predicted("--seed", "3", "--save-weights", weights)
    case.model.load_state_dict(load_file(weights), strict=True)
    return imported, difference(found)


def main() -> int:
    torch.manual_seed(0)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in cases():
            differences = check(sys.argv[1], case, Path(folder))
            passed = max(differences) <= TOLERANCE
            failures += not passed
            count = sum(parameter.numel() for parameter in case.model.parameters())
            line = f"{case.name:52} {count:>9,} parameters  to us {differences[0]:.1e}  from us {differences[1]:.1e}"
            print(("✓ " if passed else "✗ ") + line)
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
