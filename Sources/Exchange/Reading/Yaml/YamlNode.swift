import SafetyModel

/// A YAML text as a tree in which each part knows where it stands.
struct YamlNode {
  /// What a part of the text is; a value is text whatever it looks like, so `no` stays `no`.
  enum Content {
    case nothing
    case text(String)
    case list([YamlNode])
    case mapping([YamlPair])
  }
  var content: Content
  var position: SourcePosition

  var isNothing: Bool {
    if case .nothing = content { return true }
    return false
  }
}

/// One line of a mapping: its key, where the key stands, and the value.
struct YamlPair {
  var key: String
  var keyPosition: SourcePosition
  var value: YamlNode

  /// The value's own place when it is a plain value, else that of the key above it.
  var position: SourcePosition {
    switch value.content {
    case .text: value.position
    case .nothing, .list, .mapping: keyPosition
    }
  }
}
