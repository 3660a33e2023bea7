import ArgumentParser

/// What a run sets otherwise than its lesson: the option that `show` and `trace` share.
struct SettingOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Run with another setting; may be given again. Paths are those that --view try lists, and schedule, optimizer "
        + "or loss for a whole component; values are written as in a lesson. Claims are not checked then.",
      valueName: "path=value"))
  var set: [String] = []
}
