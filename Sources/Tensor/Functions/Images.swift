// Functions of images [images, channels, sizes...].

/// The mean of each window, channel by channel.
public func averagePool<S>(_ x: Variable<S>, _ geometry: PoolingGeometry) -> Variable<S> {
  x.applying(WindowSum(geometry, name: "a mean pooling"))
}

/// The largest input in each window, channel by channel; of equal ones the first gets the gradient.
public func maximumPool<S>(_ x: Variable<S>, _ geometry: PoolingGeometry) -> Variable<S> {
  x.applying(MaximumPool(geometry))
}

/// Images of the given sizes, with values interpolated between those of x.
public func resized<S>(_ x: Variable<S>, to sizes: SpatialSizes, _ interpolation: Interpolation) -> Variable<S> {
  resized(x, Upsampling(rank: x.shape.rank - 2, target: .sizes(sizes), interpolation: interpolation))
}

/// Images whose sizes are multiples of those of x, with values interpolated between.
public func upsampled<S>(_ x: Variable<S>, by factors: SpatialSizes, _ interpolation: Interpolation) -> Variable<S> {
  resized(x, Upsampling(rank: x.shape.rank - 2, target: .multiple(factors), interpolation: interpolation))
}

private func resized<S>(_ x: Variable<S>, _ upsampling: Upsampling) -> Variable<S> {
  x.applying(WindowSum(upsampling, name: "an interpolation"))
}

/// Images with borders as wide as the padding of a window.
public func bordered<S>(_ x: Variable<S>, paddingOf window: WindowGeometry, _ mode: BorderMode) -> Variable<S> {
  x.applying(WindowSum(Border(padding: window, mode: mode), name: "a border"))
}

/// Images [N, C r², H, W] as [N, C, r H, r W]: channels become the pixels between pixels (Shi et al. 2016,
/// doi:10.1109/CVPR.2016.207).
public func pixelShuffle<S>(_ x: Variable<S>, factor r: Int) -> Variable<S> {
  let shape = x.shape
  require(
    r > 0 && shape.rank == 4 && shape[1].isMultiple(of: r * r),
    "a pixel shuffle by \(r) takes images of a multiple of \(r * r) channels, not shape \(shape)")
  let channels = shape[1] / (r * r)
  return x.reshaped(to: shape[0], channels, r, r, shape[2], shape[3])
    .transposed(0, 1, 4, 2, 5, 3)
    .reshaped(to: shape[0], channels, r * shape[2], r * shape[3])
}

/// Images [N, C, r H, r W] as [N, C r², H, W]: the inverse of `pixelShuffle`.
public func pixelUnshuffle<S>(_ x: Variable<S>, factor r: Int) -> Variable<S> {
  let shape = x.shape
  require(
    r > 0 && shape.rank == 4 && shape[2].isMultiple(of: r) && shape[3].isMultiple(of: r),
    "a pixel unshuffle by \(r) takes images whose sizes are multiples of \(r), not shape \(shape)")
  let (height, width) = (shape[2] / r, shape[3] / r)
  return x.reshaped(to: shape[0], shape[1], height, r, width, r)
    .transposed(0, 1, 3, 5, 2, 4)
    .reshaped(to: shape[0], shape[1] * r * r, height, width)
}
