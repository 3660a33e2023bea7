"""The script that `lessons/cosine-annealing-lr.md` stands for: the same data, model and training, the same numbers."""

import torch
from sklearn.datasets import make_classification
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn

x, y = make_classification(n_samples=1000, n_features=20, n_informative=10, n_redundant=2, random_state=42)
x_train, x_held, y_train, y_held = train_test_split(x, y, test_size=0.2, stratify=y, random_state=42)
scaler = StandardScaler().fit(x_train)


def loader(x, y, shuffle):
    x = torch.tensor(scaler.transform(x), dtype=torch.float32)
    return torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, torch.tensor(y)), 32, shuffle=shuffle)


torch.manual_seed(42)
model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 2))
loss_of = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=10)
train, held = loader(x_train, y_train, True), loader(x_held, y_held, False)


def measure(batches, update):
    total, right, count = 0.0, 0, 0
    for x, y in batches:
        output = model(x)
        loss = loss_of(output, y)
        if update:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        total += loss.item() * len(y)
        right += (output.argmax(1) == y).sum().item()
        count += len(y)
    return total / count, right / count


for epoch in range(1, 21):
    lr = optimizer.param_groups[0]["lr"]
    model.train()
    loss, accuracy = measure(train, True)
    model.eval()
    with torch.no_grad():
        val_loss, val_accuracy = measure(held, False)
    scheduler.step()
    print(f"{epoch:3} {lr:.6f} {loss:.6f} {accuracy:.4f} {val_loss:.6f} {val_accuracy:.4f}")
with torch.no_grad():
    answers = torch.cat([model(x).argmax(1) for x, _ in held])
print(confusion_matrix(y_held, answers))
