using ActorTerm.Language;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class TriggerReaderTests
{
    private static readonly TriggerReader Reader = new(new TriggerSettings());

    [Fact]
    public void A_trigger_as_iTerm2_exports_it_is_read()
    {
        var list = Read("""[{"action":"iTermRPCTrigger","regex":"error: (.*)","parameter":"failed(what: matches[1])","partial":1,"disabled":false,"name":"build"}]""");

        var entry = Assert.Single(list.Entries);
        Assert.Null(entry.Error);
        Assert.Equal((TriggerEffect.Invoke, "build", true, 1), (entry.Effect, entry.Label, entry.IsOn, entry.Number));
        Assert.True(entry.Compiled!.IsInstant);
    }

    [Fact]
    public void A_pattern_is_compiled_once_for_all_lists_that_have_it()
    {
        var reader = new TriggerReader(new TriggerSettings());
        var profile = reader.Read(Value.Parse("""[{"action":"BellTrigger","regex":"error: (.*)"},{"action":"SendTextTrigger","regex":"error: (.*)","parameter":"x"}]"""), false);
        var live = reader.Read(Value.Parse("""[{"action":"CaptureTrigger","regex":"error: (.*)"}]"""), false);

        var pattern = Assert.Single(profile.Entries.Concat(live.Entries).Select(entry => entry.Compiled!.Pattern!).Distinct(ReferenceEqualityComparer.Instance));

        Assert.Same(profile.Entries[0].Compiled!.Pattern!.Regex, ((Runtime.Triggers.Patterns.CompiledPattern)pattern!).Regex);
    }

    [Fact]
    public void Texts_in_place_of_numbers_and_booleans_are_understood_as_HOCON_has_them()
    {
        var list = Read("""[{"action":"SendTextTrigger","matchType":"105","eventParams":{"timeout":"5"},"parameter":"x","disabled":"yes"}]""");

        var entry = Assert.Single(list.Entries);
        Assert.Equal((TriggerEvent.Idle, TimeSpan.FromSeconds(5), false), (entry.Compiled!.Event!.Kind, entry.Compiled.Event.After, entry.IsOn));
    }

    [Theory]
    [InlineData("Run Coprocess…", TriggerEffect.Coprocess)]
    [InlineData("run silent coprocess", TriggerEffect.SilentCoprocess)]
    [InlineData("Invoke Script Function...", TriggerEffect.Invoke)]
    [InlineData("GrowlTrigger", TriggerEffect.Notify)]
    public void The_titles_of_iTerm2s_settings_name_actions_too(string action, TriggerEffect effect) =>
        Assert.Equal(effect, Assert.Single(Read($$"""[{"action":"{{action}}","regex":"x","parameter":"f()"}]""").Entries).Effect);

    [Fact]
    public void What_is_not_known_is_kept_and_does_nothing()
    {
        var list = Read("""[{"action":"FutureTrigger","regex":"x","shiny":[1,2]},{"action":"HighlightTrigger","regex":"("},{"action":"BellTrigger","regex":"x","matchType":2}]""");

        Assert.Empty(list.Errors);
        Assert.Equal("""{"action":"FutureTrigger","regex":"x","shiny":[1,2]}""", list.Entries[0].Stored.Json.ToString());
        Assert.False(list.Entries[0].IsOn);
        Assert.Contains("FutureTrigger", list.Entries[0].Note);
        Assert.Contains("web pages", list.Entries[2].Note);
    }

    [Theory]
    [InlineData("""[{"regex":"x"}]""", "[0].action: the type of its action is missing")]
    [InlineData("""[{"action":"BellTrigger"}]""", "[0].regex: a pattern is missing")]
    [InlineData("""[{"action":"BellTrigger","regex":"a"},{"action":"BellTrigger","regex":"a(b"}]""", "[1].regex: unmatched ( at 1\n  a(b\n   ^")]
    [InlineData("""[{"action":"SendTextTrigger","regex":"x"}]""", "[0].parameter: SendTextTrigger needs one")]
    [InlineData("""[{"action":"iTermRPCTrigger","regex":"x","parameter":"f(a:"}]""", "[0].parameter: unexpected")]
    [InlineData("""[{"action":"StopTrigger","matchType":100}]""", "[0].matchType: StopTrigger cannot be used with the event PromptDetected")]
    [InlineData("""[{"action":"SendTextTrigger","matchType":107,"parameter":"x"}]""", "cannot be used with the event SessionEnded")]
    [InlineData("""[{"action":"BellTrigger","matchType":113}]""", "[0].eventParams.jobName")]
    [InlineData("""[{"action":"BellTrigger","matchType":115,"eventParams":{}}]""", "[0].eventParams.variableName")]
    [InlineData("""[{"action":"BellTrigger","matchType":101,"eventParams":{"exitCodeFilter":"maybe"}}]""", "[0].eventParams.exitCodeFilter: maybe is neither")]
    [InlineData("""[{"action":"iTermSetUserVariableTrigger","regex":"x","parameter":"a.b\u0001c"}]""", "[0].parameter: NAME=VALUE is expected, with a name without dots")]
    [InlineData("""[7]""", "[0].a trigger is an object, not number")]
    [InlineData("""{"action":"BellTrigger"}""", "a list of triggers is expected, not object")]
    public void What_is_wrong_is_said_with_its_place(string json, string complaint) => Assert.Contains(complaint, Assert.Single(Read(json).Errors));

    [Theory]
    [InlineData(@"notify \\1")]
    [InlineData(@"notify '\\0'")]
    public void What_a_program_prints_is_kept_out_of_command_lines(string command)
    {
        var refused = Read($$"""[{"action":"ScriptTrigger","regex":"(.*)","parameter":"{{command}}"}]""");
        var allowed = Read($$"""[{"action":"ScriptTrigger","regex":"(.*)","parameter":"{{command}}","allowShellSubstitution":true}]""");

        Assert.Contains("must not be put into a command line", Assert.Single(refused.Errors));
        Assert.Empty(allowed.Errors);
    }

    [Fact]
    public void An_expression_in_a_command_line_is_refused_likewise()
    {
        const string Json = """[{"action":"CoprocessTrigger","regex":"(.*)","parameter":"run \\(matches[1])"}]""";

        Assert.Single(Reader.Read(Value.Parse(Json), interpolates: true).Errors);
        Assert.Empty(Reader.Read(Value.Parse(Json), interpolates: false).Errors);
    }

    [Fact]
    public void Only_a_parameter_with_an_expression_in_it_is_one()
    {
        var json = Value.Parse("""[{"action":"SendTextTrigger","regex":"(.)","parameter":"\\1"},{"action":"SendTextTrigger","regex":"(.)","parameter":"\\(matches[1])"}]""");

        var list = Reader.Read(json, interpolates: true);

        Assert.Null(list.Entries[0].Interpolation);
        Assert.NotNull(list.Entries[1].Interpolation);
    }

    [Fact]
    public void A_list_that_is_too_long_is_refused_where_it_is()
    {
        var reader = new TriggerReader(new TriggerSettings { MaxTriggers = 1 });

        var list = reader.Read(Value.Parse("""[{"action":"BellTrigger","regex":"a"},{"action":"BellTrigger","regex":"b"}]"""), false);

        Assert.StartsWith("[1].a profile has at most 1 triggers", Assert.Single(list.Errors));
    }

    [Fact]
    public void Triggers_are_found_by_number_and_by_a_name_that_only_one_has()
    {
        var list = Read("""[{"action":"BellTrigger","regex":"a","name":"one"},{"action":"BellTrigger","regex":"b","name":"two"},{"action":"BellTrigger","regex":"c","name":"two"}]""");

        Assert.Same(list.Entries[1], list.Find("2"));
        Assert.Same(list.Entries[0], list.Find("one"));
        Assert.Null(list.Find("two"));
        Assert.Null(list.Find("4"));
    }

    [Fact]
    public void Whatever_JSON_can_spell_is_read_and_kept()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 400)) + string.Concat(Enumerable.Repeat("]", 400));
        var json = $$"""[{"action":"BellTrigger","regex":"a","\ud800":"\udc00","deep":{{deep}},"regex":"b"}]""";

        var entry = Assert.Single(Read(json).Entries);

        Assert.Equal((null, "b"), (entry.Error, entry.On));
        Assert.Contains(deep, entry.Stored.Json.ToString());
    }

    [Fact]
    public void Enabling_and_disabling_change_nothing_else()
    {
        var stored = new StoredTrigger(Value.Parse("""{"action":"BellTrigger","regex":"a","x":{"y":1}}"""));

        Assert.Equal("""{"action":"BellTrigger","regex":"a","x":{"y":1},"disabled":true}""", stored.Disabled(true).Json.ToString());
        Assert.Equal(stored.Json, stored.Disabled(true).Disabled(false).Json);
    }

    [Theory]
    [InlineData(101, """{"exitCodeFilter":"!0"}""", "1", "0")]
    [InlineData(101, """{"exitCodeFilter":"130"}""", "130", "1")]
    [InlineData(102, """{"directoryRegex":"^/tmp"}""", "/tmp/x", "/home")]
    [InlineData(103, """{"hostRegex":"prod"}""", "prod1", "dev")]
    [InlineData(104, """{"userRegex":"^root$"}""", "root", "ann")]
    [InlineData(110, """{"sequenceId":"^deploy"}""", "deploy-1", "other")]
    [InlineData(110, """{"sequenceId":"a("}""", "a(", "xa(")]
    [InlineData(111, """{"messageRegex":"a("}""", "xa(y", "xy")]
    [InlineData(112, """{"progressBarFilter":"appeared"}""", "appeared", "disappeared")]
    [InlineData(113, """{"jobName":"Vim"}""", "vim", "vi")]
    public void An_event_trigger_means_what_its_filter_says(int kind, string parameters, string meant, string other)
    {
        var filter = Assert.Single(Read($$"""[{"action":"BellTrigger","matchType":{{kind}},"eventParams":{{parameters}}}]""").Entries).Compiled!.Event!;

        Assert.True(filter.Means([meant]));
        Assert.False(filter.Means([other]));
    }

    private static TriggerList Read(string json) => Reader.Read(Value.Parse(json), interpolates: false);
}
