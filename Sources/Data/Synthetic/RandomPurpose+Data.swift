extension RandomPurpose {
  /// Examples that are made up.
  public static let synthesis = RandomPurpose("synthesis")
  /// Changes to examples while training.
  public static let augmentation = RandomPurpose("augmentation")
}
