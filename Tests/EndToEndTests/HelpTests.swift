import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "each subcommand explains itself",
    arguments: [
      "backup", "compare", "estimate", "example", "goals", "plan", "preconditions", "publish",
      "register",
      "restore", "serve", "source", "study",
      "verify",
    ])
  func help(command: String) throws {
    let outcome = try Program.run(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: trygghet \(command)"))
    #expect(outcome.output.contains("OVERVIEW: "))
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
