/// The version of the framework.
public let version = "0.1.0"
