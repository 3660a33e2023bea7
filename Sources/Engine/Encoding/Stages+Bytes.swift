extension Statistics: ByteEncodable {
  /// Mean, deviation, extremes, zeros, histogram.
  public func encode(to writer: inout ByteWriter) {
    writer.write(mean, deviation, minimum, maximum)
    writer.write(zeros, histogram)
  }
}

extension Sample: ByteEncodable {
  /// Which rows, their width, features, targets.
  public func encode(to writer: inout ByteWriter) { writer.write(rows, columns, features, targets) }
}

extension LoadTrace: ByteEncodable {
  /// Sizes, names, counts, the preview, statistics, points.
  public func encode(to writer: inout ByteWriter) {
    writer.write(samples, features, classes, targetColumns)
    writer.write(featureNames, classNames, classCounts, hasTokens)
    writer.write(preview, statistics, target)
    writer.write(points, pointTargets)
  }
}

extension PreprocessTrace: ByteEncodable {
  /// The transforms, which rows went where, counts, features.
  public func encode(to writer: inout ByteWriter) {
    writer.write(transforms, trainRows, validationRows)
    writer.write(trainClassCounts, validationClassCounts, features)
  }
}

extension TransformTrace: ByteEncodable {
  /// The component, what it learned, shapes, samples, statistics.
  public func encode(to writer: inout ByteWriter) {
    writer.write(component, fitted.names, fitted.values)
    writer.write(input, output, validation)
    writer.write(before, after)
    writer.write(statisticsBefore, statisticsAfter)
  }
}

extension Link: ByteEncodable {}

extension ModelTrace: ByteEncodable {
  /// Layers, parameters before, after and of every epoch, the first batch, the meaning of the output.
  public func encode(to writer: inout ByteWriter) {
    writer.write(layers, parameterCount, initialParameters, finalParameters)
    writer.write(firstBatch, link, snapshots)
  }
}

extension LayerTrace: ByteEncodable {
  /// The component, shapes, weights, multiplications.
  public func encode(to writer: inout ByteWriter) {
    writer.write(component, input, output)
    writer.write(weights, multiplyAdds)
  }
}

extension Weight: ByteEncodable {
  /// Name, offset, shape.
  public func encode(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(offset, shape)
  }
}
