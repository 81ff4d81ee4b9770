import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "each subcommand explains itself",
    arguments: [
      "backup", "compare", "estimate", "example", "goals", "plan", "preconditions", "publish",
      "register",
      "response", "restore", "serve", "source", "study",
      "verify",
    ])
  func help(command: String) throws {
    let outcome = try Program.run(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: trygghet \(command)"))
    #expect(outcome.output.contains("OVERVIEW: "))
  }

  @Test(
    "follows the language, down to the last subcommand",
    arguments: [
      ["backup"], ["compare"], ["estimate"], ["example"], ["goals", "import"],
      ["goals", "export"], ["goals", "history"], ["plan", "size"], ["preconditions", "import"],
      ["preconditions", "list"], ["publish"], ["register", "import"], ["register", "target"],
      ["response"], ["restore"], ["serve"], ["source", "fetch"], ["source", "status"],
      ["study", "check"], ["study", "draft"], ["verify"],
    ])
  func languages(command: [String]) throws {
    let english = try Program.run(command + ["--help", "--language", "en"]).output
    let swedish = try Program.run(command + ["--help", "--language=sv"]).output
    func overview(_ help: String) -> String { String(help.prefix { $0 != "\n" }) }
    #expect(overview(english) != overview(swedish))
    #expect(!english.contains("⟦") && !swedish.contains("⟦"))
  }

  @Test("the program lists its subcommands, and an unknown one is wrong usage")
  func all() throws {
    let help = try Program.run("--help")
    for command in ["publish", "serve", "study", "estimate"] {
      #expect(help.output.contains("  \(command) "))
    }
    #expect(try Program.run("no-such-command").status == 64)
  }
}
