extension Diagnostic {
  /// Every kind of mistake: its number, and what it means.
  public enum Code: String, Sendable, CaseIterable {
    case emptyFile = "GB001 The file has no text."
    case binaryFile = "GB002 The file is not text: it holds bytes that no text has."
    case invalidUTF8 = "GB003 Lessons and data are UTF-8; these bytes are not."
    case tooLong = "GB004 The file, or a part of it, is larger or nested deeper than any lesson needs."
    case unreadableFile = "GB005 The file cannot be read."
    case unwritableFile = "GB006 The file cannot be written."

    case noFrontMatter = "GB010 A lesson begins with a line ---, its front matter, and another line ---."
    case invalidYAML = "GB011 The settings are not YAML."
    case unknownKey = "GB012 There is no setting of this name here."
    case missingKey = "GB013 A setting that has no default was left out."
    case duplicateKey = "GB014 A setting stands twice."
    case invalidValue = "GB015 A setting has a value that it does not take."
    case missingLesson = "GB016 A lesson that is to be read first is not there."
    case circle = "GB017 Lessons that are to be read before one another."

    case missingStage = "GB020 A lesson has five stages: load, preprocess, train, schedule, evaluate."
    case duplicateStage = "GB021 A stage stands twice."
    case stageOrder =
      "GB022 The stages stand in another order than load, preprocess, train, schedule, evaluate."
    case unknownStage = "GB023 A yaml block names a stage that there is not."
    case unclosedFence =
      "GB024 A fenced block is not closed, so that the rest of the file would belong to it."
    case duplicateSection = "GB025 A reserved section stands twice."
    case misspeltSection = "GB026 A heading is one letter away from a reserved one."
    case misplacedHeading = "GB027 A heading stands where none of its level belongs."

    case unknownComponent = "GB030 The catalog has no component of this name here."
    case unknownParameter = "GB031 The component has no parameter of this name."
    case missingParameter = "GB032 A parameter that has no default was left out."
    case invalidArgument = "GB033 A parameter has a value outside its range."
    case invalidComponent = "GB034 A component is written Name, or Name: { parameter: value }."
    case invalidFormula = "GB035 A schedule's expression cannot be read."

    case invalidExpression = "GB040 A value or a claim cannot be read."
    case falseClaim = "GB041 A claim that the run does not bear out."
    case unknownName = "GB042 The run has nothing of this name."
    case outOfRange = "GB043 An index outside its range."
    case notANumber = "GB044 A value that is not a number."
    case wrongType = "GB045 An operation on values that it does not take."
    case invalidFormat = "GB046 A value's format is neither percent nor one conversion such as %.4f."

    case noAnswers = "GB050 A question has no answers."
    case invalidAnswers = "GB051 A question's answers cannot be asked or graded as they are."
    case wrongKey = "GB052 An option's mark and its claim disagree."
    case invalidTolerance = "GB053 A tolerance is a number of at least 0."

    case invalidTrace = "GB060 The training trace is a table with the columns Epoch and Observation."
    case epochOutside = "GB061 An epoch that the run does not have."
    case stepCount = "GB062 The prediction trace has another number of steps than the model."
    case noTarget = "GB063 A project states its target as a claim."
    case emptySection = "GB064 A section has no entries."

    case invalidCSV = "GB070 The data cannot be read as comma-separated values with a header row."
    case unknownColumn = "GB071 The data has no column of this name."
    case forbiddenPath = "GB072 Data lies in the lesson's own folder."
    case invalidData = "GB073 A data file is not what the lesson's dataset reads, or its parts do not agree."

    case shapes = "GB080 Shapes that do not meet."
    case diverged = "GB081 Training diverged: loss or gradient is no finite number."
    case tooLarge = "GB082 The run would take more than a lesson may."
    case tooFewRows = "GB083 There are fewer rows than are asked for."
    case conflict = "GB084 Two parts of the pipeline contradict one another."
    case unexportable = "GB085 The lesson has a component that the format it is exported as has no words for."

    case image = "GB090 Images are no part of a lesson: its figures come from the run."
    case forbiddenLink = "GB091 A link leads to an http, https or mailto address, or to a relative path."
    case tableRow = "GB092 A row of a table has more cells than its header."
    case unreadFormula = "GB093 A formula has a command that is not known, or breaks off."

    /// The number that messages show, such as `GB041`.
    public var number: String { String(rawValue.prefix(5)) }

    /// What the number means, in one sentence.
    public var explanation: String { String(rawValue.dropFirst(6)) }
  }
}
