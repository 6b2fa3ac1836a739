using System.Text.Json;
using ActorTerm.Cli.Doctoring;
using ActorTerm.Cli.Output;
using ActorTerm.Cli.Tests.Rig;
using ActorTerm.Client;
using CliJson = ActorTerm.Cli.Output.Json;

namespace ActorTerm.Cli.Tests.Output;

/// <summary>
/// What programs rely on, letter by letter. A form may gain members: then its approved file does too. Losing or renaming one breaks programs.
/// </summary>
public class JsonFormTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 250, TimeSpan.Zero);

    private static readonly SessionInfo Running = new(
        "64CB677F-362E-446D-BD7F-ABAC46C1891F", "build", "make \u2014 \u00fc", ["make", "-j2"], 4711, null, 132, 43, Noon, null,
        "pty-B792A0DD-D6FD-4B8C-9DF7-EE0C7F01C38B", "2", 1, "tee log", "H1", true, "cc1", "/src", "/dev/pts/7", 1);

    private static readonly Dictionary<string, string> Forms = new()
    {
        ["sessions"] = CliJson.Text<IEnumerable<SessionJson>>(
        [
            SessionJson.Of(Running),
            SessionJson.Of(Running with { End = new SessionEnd(3, null), EndedAt = Noon, Pid = null, Coprocess = null, IsActive = false, Job = null, WorkingDirectory = null, Tty = null }),
            SessionJson.Of(Running with { End = new SessionEnd(null, "SIGKILL"), EndedAt = Noon }),
        ]),
        ["created"] = CliJson.Text(new CreatedJson("64CB677F-362E-446D-BD7F-ABAC46C1891F", "pty-B792A0DD-D6FD-4B8C-9DF7-EE0C7F01C38B", "2")),
        ["capture"] = CliJson.Text(CaptureJson.Of("64CB", new Capture([new CapturedLine("<a> & \"b\"", true), new CapturedLine("", false)], 17, 80, 24, new Cursor(3, 18)))),
        ["functions"] = CliJson.Text<IEnumerable<FunctionJson>>([FunctionJson.Of("add(a,b)", new RegisteredFunction("C1", "arithmetic.py", TimeSpan.FromSeconds(2.5), Noon, 1, 9, 2, 3, 1, null, null))]),
        ["alert"] = CliJson.Text(new Alert("5", Noon, "api", null, "17", "In call to show: no", ["show", "add"], "Traceback:\n  line 1")),
        ["event"] = CliJson.Text(new HostEvent(Noon, "session.ended", "64CB", JsonElement.Parse("""{"exitCode":3,"signal":null}"""))),
        ["variable"] = CliJson.Text(new VariableJson("64CB", "user.x", JsonElement.Parse("""{"b":1152921504606846977,"a":[]}"""))),
        ["windows"] = CliJson.Text<IEnumerable<WindowJson>>([new WindowJson("pty-B792", 1, true, ["2", "3"], ["64CB", "77AA"])]),
        ["tabs"] = CliJson.Text<IEnumerable<TabJson>>([new TabJson("2", "pty-B792", true, ["64CB"])]),
        ["coprocess"] = CliJson.Text(CoprocessJson.Of(
            "64CB", new Coprocess("tee log", 4712, new CoprocessOptions { Mute = true, Newline = CoprocessNewline.Cr, OnStdinFull = StdinFull.Kill }, "cli", Noon))),
        ["keys"] = CliJson.Text<IEnumerable<KeyJson>>(
        [
            KeyJson.Of(new KeyBinding(KeyScope.Global, "0x68-0x60000", "C-S-h", 60, "Invoke Script Function", "f(a: \"b\")", "Clear", false, true)),
            KeyJson.Of(new KeyBinding(KeyScope.Profile, "0xf747-0x0", null, 23, "action 23", "", null, true, false)),
        ]),
        ["pressed"] = CliJson.Text<IEnumerable<PressedKeyJson>>(
        [
            PressedKeyJson.Of(new PressedKey("C-S-h", KeyFate.Bound, new KeyBinding(KeyScope.Global, "0x68-0x60000", "C-S-h", 60, "Invoke Script Function", "f()", null, false, true), "no", "Traceback:\n  line 1")),
            PressedKeyJson.Of(new PressedKey("x", KeyFate.Typed, null, null, null)),
        ]),
        ["profiles"] = CliJson.Text<IEnumerable<ProfileJson>>([new ProfileJson("work", "5E3C0D28-4B1F-8A6E-9C70-11D2A3B4C5D6", true, "ssh build", 120, 40, 2, 1, "tee log")]),
        ["profile"] = CliJson.Text(new ProfilePropertiesJson("work", "5E3C0D28-4B1F-8A6E-9C70-11D2A3B4C5D6", new Dictionary<string, JsonElement> { ["Badge Text"] = JsonElement.Parse("\"w\"") })),
        ["changes"] = CliJson.Text<IEnumerable<ChangeJson>>(
        [
            new ChangeJson("actorterm.profiles.work.command", "\"bash\"", "\"ssh build\"", true),
            new ChangeJson("actorterm.api.port", null, "1912", false),
        ]),
        ["findings"] = CliJson.Text<IEnumerable<Finding>>([Finding.Ok("host", "answers"), Finding.Problem("socket", "has the mode 777, not 600", "chmod 600 host.sock")]),
        ["triggers"] = CliJson.Text<IEnumerable<TriggerJson>>(
        [
            TriggerJson.Of(new TriggerInfo(
                1, "build", "iTermRPCTrigger", "error: (.*)", "failed(what: matches[1])", true, true, null, null, false, 7, 2, 1, 0,
                """{"action":"iTermRPCTrigger","regex":"error: (.*)"}""")),
        ]),
        ["trigger-test"] = CliJson.Text(TriggerTestJson.Of(new TriggerTest([new TriggerMatch(17, "error: disk", ["error: disk", "disk"], "say disk")], 99, 1))),
        ["captured-output"] = CliJson.Text<IEnumerable<CapturedOutputJson>>([CapturedOutputJson.Of(new CapturedOutput(Noon, "errors", new TriggerMatch(17, "error: disk", ["error: disk", "disk"], null)))]),
        ["imported-profiles"] = CliJson.Text<IEnumerable<ImportedProfileJson>>([new ImportedProfileJson("work", "64CB", [], "ssh box", "ls", 3, [])]),
    };

    /// <summary>The forms by the verbs that print them.</summary>
    internal static readonly Dictionary<string, string> OfVerbs = new()
    {
        ["new"] = "created",
        ["window new"] = "created",
        ["tab new"] = "created",
        ["split"] = "created",
        ["ls"] = "sessions",
        ["window ls"] = "windows",
        ["tab ls"] = "tabs",
        ["capture"] = "capture",
        ["coprocess start"] = "coprocess",
        ["coprocess status"] = "coprocess",
        ["keys"] = "keys",
        ["keys press"] = "pressed",
        ["profile ls"] = "profiles",
        ["profile show"] = "profile",
        ["reload"] = "changes",
        ["functions"] = "functions",
        ["alerts"] = "alert",
        ["alerts show"] = "alert",
        ["doctor"] = "findings",
        ["trigger ls"] = "triggers",
        ["trigger test"] = "trigger-test",
        ["trigger captured"] = "captured-output",
        ["profile import"] = "imported-profiles",
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Fact]
    public void Every_verb_that_prints_json_has_an_approved_form()
    {
        var verbs = VerbTree.All().Where(verb => verb.Command.Options.Any(option => option.Name == "--json")).Select(verb => verb.Path);

        Assert.Equal(OfVerbs.Keys.Order(), verbs.Order());
        Assert.Empty(OfVerbs.Values.Except(Forms.Keys));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_of_a_form_is_described(string name)
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "cli-json.md"));

        var missing = Members.Of(Approved(name)).Select(path => path.Split('.')[^1]).Distinct()
            .Where(member => !page.Contains($"`{member}`", StringComparison.Ordinal) && !page.Contains($"\"{member}\"", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    /// <summary>What was approved for a verb, such as <c>window ls</c>.</summary>
    internal static JsonElement ApprovedFor(string verb) => Approved(OfVerbs[verb]);

    private static JsonElement Approved(string name) => JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Approved", $"{name}.json")));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_is_what_was_approved(string name)
    {
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Approved", $"{name}.json"));

        Assert.Equal(approved, Forms[name] + "\n");
    }
}
