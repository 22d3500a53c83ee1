"""The paper's network and optimiser in PyTorch, written from the equations alone: what RruffGeo.Models is checked against.

    python3 convnext1d.py JOB...

A job is a folder with job.json and initial.safetensors, intensities.bin (float32), classes.bin (int32) and batches.bin (int32, one
row of spectrum numbers per step). Beside them are written losses.json, the loss of each step, and average.safetensors and
gradient.safetensors, the averaged weights x after the last step and the gradient of the first. Channels come first here,
convolutions are convolutions, and x, y and z are kept apart; the program has none of that.
"""

import json
import math
import pathlib
import sys

import numpy
import torch
from torch import nn
from torch.nn import functional

TYPES = {"F32": numpy.float32, "F64": numpy.float64}


class ChannelNorm(nn.LayerNorm):
    """LayerNorm over the channels of (N, C, L)."""

    def __init__(self, width):
        super().__init__(width, eps=1e-6)

    def forward(self, x):
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class Block(nn.Module):
    """Eq. 5: x + gamma * W2 GELU(W1 LN(DW(x)))."""

    def __init__(self, width):
        super().__init__()
        self.dwconv = nn.Conv1d(width, width, 7, padding=3, groups=width)
        self.norm = ChannelNorm(width)
        self.pwconv1 = nn.Linear(width, 4 * width)
        self.pwconv2 = nn.Linear(4 * width, width)
        self.gamma = nn.Parameter(torch.empty(width))

    def forward(self, x):
        y = self.norm(self.dwconv(x)).transpose(1, 2)
        y = self.pwconv2(functional.gelu(self.pwconv1(y)))
        return x + (self.gamma * y).transpose(1, 2)


def group(**parts):
    module = nn.Module()
    for name, part in parts.items():
        module.add_module(name, part)
    return module


class ConvNeXt1D(nn.Module):
    """Eqs. 1 to 6: (N, points) to (N, classes)."""

    def __init__(self, depths, widths, classes):
        super().__init__()
        self.depths = depths
        self.stem = group(conv=nn.Conv1d(1, widths[0], 4, stride=4), norm=ChannelNorm(widths[0]))
        for stage, (depth, width) in enumerate(zip(depths, widths)):
            if stage > 0:
                before = widths[stage - 1]
                self.add_module(f"down{stage}", group(norm=ChannelNorm(before), conv=nn.Conv1d(before, width, 2, stride=2)))
            self.add_module(f"stage{stage}", group(**{f"block{block}": Block(width) for block in range(depth)}))
        self.norm = nn.LayerNorm(widths[-1], eps=1e-6)
        self.head = nn.Linear(widths[-1], classes)

    def forward(self, spectra):
        x = self.stem.norm(self.stem.conv(spectra.unsqueeze(1)))
        for stage, depth in enumerate(self.depths):
            if stage > 0:
                down = getattr(self, f"down{stage}")
                x = down.conv(down.norm(x))
            for block in range(depth):
                x = getattr(getattr(self, f"stage{stage}"), f"block{block}")(x)
        return self.head(self.norm(x.mean(2)))


class ScheduleFreeAdamW:
    """The recurrences with x, y and z apart; the parameters hold y."""

    def __init__(self, parameters, lr, decay, decay_on, warmup, variant, beta1=0.9, beta2=0.999, eps=1e-8):
        self.parameters = list(parameters)
        self.lr, self.warmup, self.variant = lr, warmup, variant
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.decays = [decay if decay_on == "all" or p.dim() > 1 else 0.0 for p in self.parameters]
        self.x = [p.detach().clone() for p in self.parameters]
        self.z = [p.detach().clone() for p in self.parameters]
        self.v = [torch.zeros_like(p) for p in self.parameters]
        self.steps, self.weights, self.largest = 0, 0.0, -1.0

    @torch.no_grad()
    def step(self):
        correction = 1 - self.beta2 ** (self.steps + 1)
        rate = self.lr * ((self.steps + 1) / self.warmup if self.steps < self.warmup else 1)
        if self.variant == "old":
            rate *= math.sqrt(correction)
        self.largest = max(self.largest, rate)
        self.weights += self.largest ** 2
        c = self.largest ** 2 / self.weights
        for y, x, z, v, decay in zip(self.parameters, self.x, self.z, self.v, self.decays):
            v.copy_(self.beta2 * v + (1 - self.beta2) * y.grad ** 2)
            root = v.sqrt() if self.variant == "old" else (v / correction).sqrt()
            z.sub_(rate * (y.grad / (root + self.eps) + decay * y))
            x.copy_((1 - c) * x + c * z)
            y.copy_((1 - self.beta1) * z + self.beta1 * x)
        self.steps += 1


def read_tensors(path):
    """Reads safetensors: header length, header, data."""
    content = path.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    return {
        name: torch.from_numpy(
            numpy.frombuffer(content[start + entry["data_offsets"][0] : start + entry["data_offsets"][1]], TYPES[entry["dtype"]])
            .reshape(entry["shape"])
            .copy()
        )
        for name, entry in header.items()
    }


def write_tensors(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        values = tensor.detach().numpy()
        kind = next(kind for kind, dtype in TYPES.items() if dtype == values.dtype)
        header[name] = {"dtype": kind, "shape": list(values.shape), "data_offsets": [len(data), len(data) + values.nbytes]}
        data += values.tobytes()
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)


def run(folder):
    job = json.loads((folder / "job.json").read_text())
    torch.set_default_dtype(getattr(torch, job["type"]))
    network = ConvNeXt1D(job["depths"], job["widths"], job["classes"])
    network.load_state_dict(read_tensors(folder / "initial.safetensors"))
    spectra = torch.from_numpy(numpy.fromfile(folder / "intensities.bin", numpy.float32).reshape(-1, job["points"])).to(torch.get_default_dtype())
    classes = torch.from_numpy(numpy.fromfile(folder / "classes.bin", numpy.int32).astype(numpy.int64))
    batches = numpy.fromfile(folder / "batches.bin", numpy.int32).reshape(-1, job["batch"])
    optimizer = ScheduleFreeAdamW(network.parameters(), job["rate"], job["decay"], job["decay_on"], job["warmup"], job["variant"])
    losses = []
    for batch in batches:
        network.zero_grad(set_to_none=True)
        loss = functional.cross_entropy(network(spectra[batch]), classes[batch])
        loss.backward()
        if not losses:
            write_tensors(folder / "gradient.safetensors", {name: p.grad for name, p in network.named_parameters()})
        norm = math.sqrt(sum(float((p.grad ** 2).sum()) for p in network.parameters()))
        for p in network.parameters():
            p.grad.mul_(min(1.0, job["clip"] / (norm + 1e-6)))
        optimizer.step()
        losses.append(loss.item())
    (folder / "losses.json").write_text(json.dumps(losses))
    write_tensors(folder / "average.safetensors", {name: x for (name, _), x in zip(network.named_parameters(), optimizer.x)})


if __name__ == "__main__":
    torch.set_num_threads(1)
    for argument in sys.argv[1:]:
        run(pathlib.Path(argument))
