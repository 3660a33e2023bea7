"""torch_steps.py WORKLOAD THREADS RUNS: PyTorch's training on a workload of the same sizes, seconds as JSON.

What is timed is an ordinary training loop that keeps what a trace keeps: loss, accuracy and gradient norm.
"""

import json
import resource
import sys
import time

import torch
from torch import nn


def cnn():
    # Without padding, as PyTorch's default is, and as the net was that the target was measured with.
    return nn.Sequential(
        nn.Unflatten(1, (1, 8, 8)),
        nn.Conv2d(1, 16, 3), nn.ReLU(),
        nn.Conv2d(16, 32, 3), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(128, 10),
    )


def mlp(*sizes):
    layers = []
    for before, after in zip(sizes, sizes[1:]):
        layers += [nn.Linear(before, after), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


# model, training rows, validation rows, features, classes, batch, epochs
WORKLOADS = {
    "mlp-classification": (lambda: mlp(20, 64, 2), 800, 200, 20, 2, 32, 20),
    "mlp-digits": (lambda: mlp(64, 128, 10), 1437, 360, 64, 10, 32, 20),
    "cnn-digits": (cnn, 1437, 360, 64, 10, 32, 5),
    "mlp-wide": (lambda: mlp(784, 512, 256, 10), 6400, 1600, 784, 10, 128, 2),
}


def loader(rows, features, classes, batch, shuffle):
    data = torch.utils.data.TensorDataset(torch.randn(rows, features), torch.randint(classes, (rows,)))
    return torch.utils.data.DataLoader(data, batch_size=batch, shuffle=shuffle)


def run(workload):
    make, rows, held, features, classes, batch, epochs = WORKLOADS[workload]
    torch.manual_seed(42)
    model = make()
    loss_of = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    train = loader(rows, features, classes, batch, True)
    validation = loader(held, features, classes, batch, False)
    steps = 0
    start = time.perf_counter()
    for _ in range(epochs):
        model.train()
        total, right = 0.0, 0
        for x, y in train:
            optimizer.zero_grad()
            output = model(x)
            loss = loss_of(output, y)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), float("inf")).item()
            optimizer.step()
            total += loss.item() * len(y)
            right += (output.argmax(1) == y).sum().item()
            steps += 1
        model.eval()
        with torch.no_grad():
            for x, y in validation:
                output = model(x)
                total += loss_of(output, y).item()
                right += (output.argmax(1) == y).sum().item()
    return steps, time.perf_counter() - start


if __name__ == "__main__":
    torch.set_num_threads(int(sys.argv[2]))
    results = [run(sys.argv[1]) for _ in range(int(sys.argv[3]))]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"steps": results[0][0], "train": [seconds for _, seconds in results], "memory": peak}))
