/// A small lesson that is whole, and changes that break it.
enum SampleLesson {
  static let text = """
    ---
    title: A small lesson
    subject: PyTorch
    field: ml
    seed: 42
    ---

    Four epochs of a small model; the rate of epoch 1 is `= lr[1]`.

    ## Data Loading

    Two hundred points in two moons.

    ```yaml load
    make_moons: { n_samples: 200, noise: 0.2 }
    ```

    ## Preprocessing

    ```yaml preprocess
    - train_test_split: { test_size: 0.25, stratify: true }
    - StandardScaler
    ```

    ## Model Training

    ```yaml train
    model:
      - Linear: { out_features: 8 }
      - ReLU
      - Linear: { out_features: 2 }
    loss: CrossEntropyLoss
    optimizer:
      SGD: { lr: 0.1, momentum: 0.9 }
    batch_size: 32
    epochs: 4
    ```

    ## Learning Rate Scheduling

    ```yaml schedule
    CosineAnnealingLR: { T_max: 2, eta_min: 0 }
    ```

    ## Model Evaluation

    ```yaml evaluate
    metrics: [accuracy, confusion_matrix]
    predict: 0
    ```

    ## Quiz

    ### Which epoch trains with the lowest rate?

    - [ ] The first all/none of the above `? argmin(lr) == 1`
      > That is where the cycle starts.
    - [x] The third `? argmin(lr) == 3`
      > Two scheduler steps take the cosine to its floor.

    ### What learning rate does epoch 1 train with?

    Answer: `= lr[1]` ± 0.001

    ### What is the optimizer called?

    Answer: SGD | stochastic gradient descent

    ## Key Insight

    The rate goes down and up again.
    """

  /// The lesson with `old` replaced by `new`.
  static func replacing(_ old: String, with new: String) -> String { text.replacing(old, with: new) }
}
