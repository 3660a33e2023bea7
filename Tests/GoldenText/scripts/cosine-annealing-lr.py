"""CosineAnnealingLR in PyTorch

Made by Glassbox: with this seed PyTorch gives the numbers of the lesson.
"""

import torch
from sklearn.datasets import make_classification
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader, TensorDataset

# %% Data Loading
x, y = make_classification(n_samples=1000, n_informative=10, random_state=42)

# %% Preprocessing
x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=0.2, random_state=42, stratify=y)
scaler = StandardScaler()
x_train, x_val = scaler.fit_transform(x_train), scaler.transform(x_val)


def tensors(x, y):
    return TensorDataset(torch.tensor(x, dtype=torch.float32), torch.tensor(y))


train_loader = DataLoader(tensors(x_train, y_train), batch_size=32, shuffle=True)
val_loader = DataLoader(tensors(x_val, y_val), batch_size=32)

# %% Model Training
torch.manual_seed(42)
model = nn.Sequential(
    nn.Linear(20, 64),
    nn.ReLU(),
    nn.Linear(64, 2),
)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
print(f"parameters {sum(p.numel() for p in model.parameters())}")

# %% Learning Rate Scheduling
scheduler = lr_scheduler.CosineAnnealingLR(optimizer, T_max=10)

# %% Training Trace
def train_epoch():
    """One pass over the training part: the mean loss and the accuracy."""
    model.train()
    loss_sum, right, count = 0.0, 0, 0
    for xb, yb in train_loader:
        optimizer.zero_grad()
        output = model(xb)
        loss = criterion(output, yb)
        loss.backward()
        optimizer.step()
        loss_sum += loss.item() * len(yb)
        right += (output.argmax(1) == yb).sum().item()
        count += len(yb)
    return loss_sum / count, right / count


@torch.no_grad()
def evaluate():
    """One pass over the validation part: the mean loss and the accuracy."""
    model.eval()
    loss_sum, right, count = 0.0, 0, 0
    for xb, yb in val_loader:
        output = model(xb)
        loss_sum += criterion(output, yb).item() * len(yb)
        right += (output.argmax(1) == yb).sum().item()
        count += len(yb)
    return loss_sum / count, right / count


for epoch in range(1, 21):
    lr = optimizer.param_groups[0]["lr"]
    loss, accuracy = train_epoch()
    val_loss, val_accuracy = evaluate()
    scheduler.step()
    print(
        f"epoch {epoch:2}  lr {lr:.6f}  loss {loss:.4f}  accuracy {accuracy:.4f}"
        f"  val_loss {val_loss:.4f}  val_accuracy {val_accuracy:.4f}"
    )

# %% Model Evaluation
with torch.no_grad():
    outputs = torch.cat([model(xb) for xb, _ in val_loader]).double()
predicted = outputs.argmax(1).numpy()
print(f"accuracy {accuracy_score(y_val, predicted):.4f}")
print("confusion_matrix", confusion_matrix(y_val, predicted), sep="\n")
print(f"f1 {f1_score(y_val, predicted):.4f}")
