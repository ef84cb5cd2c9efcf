/// The colors of a page, as variables of its style sheet, on a light and on a dark ground.
enum PageColors {
  private static let light =
    "--ground:#ffffff;--raised:#f6f7f9;--ink:#1b1f24;--soft:#59626d;--grid:#e6e9ed;--axis:#8b949e;--link:#0a5cad;"
    + "--warn:#8a5300;--bad:#b42318;" + ChartStyle.variables(\.light)
  private static let dark =
    "--ground:#0f1216;--raised:#171b21;--ink:#e8ecf1;--soft:#9aa4af;--grid:#23282f;--axis:#6b7580;--link:#7ab8ff;"
    + "--warn:#e3b341;--bad:#ff8a80;" + ChartStyle.variables(\.dark)

  /// Light, unless the screen or the reader is for dark.
  static let sheet = """
    :root{color-scheme:light;\(light)}
    @media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;\(dark)}}
    :root[data-theme=dark]{color-scheme:dark;\(dark)}
    @media print{:root:root{color-scheme:light;\(light)}}
    """
}
