import Engine

/// A class that the script defines where `torch.nn` has no layer that a Sequential could hold.
struct Helper {
  /// Its name.
  let name: String
  /// Its definition.
  let code: String

  /// By the name of the component in the catalog; nil for a component that PyTorch's own class serves.
  static let all: [String: @Sendable (Component) -> Helper?] = [
    "RNN": recurrent, "GRU": recurrent, "LSTM": recurrent, "MultiheadAttention": attention,
    "TransformerEncoderLayer": encoder, "Embedding": embedding, "GaussianNoise": noise,
    "RandomHorizontalFlip": flip, "Residual": residual,
  ]

  /// PyTorch's layer answers with every state and the last; a Sequential passes one of them on.
  @Sendable private static func recurrent(_ layer: Component) -> Helper? {
    let takesLast = layer.argument("returns") == .choice(1)
    let name = layer.name + (takesLast ? "LastState" : "States")
    let result = !takesLast ? "[0]" : layer.name == "LSTM" ? "[1][0][-1]" : "[1][-1]"
    return Helper(
      name: name,
      code: """
        class \(name)(nn.\(layer.name)):
            def forward(self, x):
                return super().forward(x)\(result)
        """)
  }

  @Sendable private static func attention(_ layer: Component) -> Helper? {
    guard layer.isSet("is_causal") else {
      return Helper(
        name: "SelfAttention",
        code: """
          class SelfAttention(nn.MultiheadAttention):
              def forward(self, x):
                  return super().forward(x, x, x, need_weights=False)[0]
          """)
    }
    return Helper(
      name: "CausalSelfAttention",
      code: """
        class CausalSelfAttention(nn.MultiheadAttention):
            def forward(self, x):
                mask = nn.Transformer.generate_square_subsequent_mask(x.shape[\(axis(layer))])
                return super().forward(x, x, x, attn_mask=mask, is_causal=True, need_weights=False)[0]
        """)
  }

  @Sendable private static func encoder(_ layer: Component) -> Helper? {
    guard layer.isSet("is_causal") else { return nil }
    return Helper(
      name: "CausalEncoderLayer",
      code: """
        class CausalEncoderLayer(nn.TransformerEncoderLayer):
            def forward(self, x):
                mask = nn.Transformer.generate_square_subsequent_mask(x.shape[\(axis(layer))])
                return super().forward(x, src_mask=mask, is_causal=True)
        """)
  }

  /// The axis of time.
  private static func axis(_ layer: Component) -> Int { layer.isSet("batch_first") ? 1 : 0 }

  @Sendable private static func embedding(_: Component) -> Helper? {
    Helper(
      name: "Embedding",
      code: """
        class Embedding(nn.Embedding):
            def forward(self, x):
                return super().forward(x.long())
        """)
  }

  @Sendable private static func residual(_: Component) -> Helper? {
    Helper(
      name: "Residual",
      code: """
        class Residual(nn.Sequential):
            def forward(self, x):
                return x + super().forward(x)
        """)
  }

  @Sendable private static func noise(_: Component) -> Helper? {
    Helper(
      name: "GaussianNoise",
      code: """
        class GaussianNoise(nn.Module):
            def __init__(self, std=0.1):
                super().__init__()
                self.std = std

            def forward(self, x):
                return x + torch.randn_like(x) * self.std if self.training else x
        """)
  }

  @Sendable private static func flip(_: Component) -> Helper? {
    Helper(
      name: "RandomHorizontalFlip",
      code: """
        class RandomHorizontalFlip(nn.Module):
            def __init__(self, p=0.5):
                super().__init__()
                self.p = p

            def forward(self, x):
                if not self.training:
                    return x
                mirrored = (torch.rand(len(x)) < self.p).view(-1, *[1] * (x.dim() - 1))
                return torch.where(mirrored, x.flip(-1), x)
        """)
  }
}
