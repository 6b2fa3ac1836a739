using ActorTerm.Language;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

public class LiveStringTests : InvocationKit
{
    private readonly IActorRef _monitors;
    private readonly IActorRef _owner;
    private readonly TestProbe _shown;
    private readonly ScopeHandle _session = new(ScopeKind.Session, "S1");

    public LiveStringTests()
    {
        _monitors = Sys.ActorOf(Actor.Of(() => new MonitorsActor(new VariableSettings())), "monitors");
        _shown = CreateTestProbe("shown");
        _owner = Sys.ActorOf(Actor.Of(() => new Titled(_session, _monitors, Invocations, Functions, _shown.Ref, new())), "titled");
    }

    [Fact]
    public void A_title_follows_the_variables_it_reads()
    {
        Set("name", "a");
        Format("title", @"<\(name)>");
        Expect("title: <a>");

        Set("name", "b");
        Expect("title: <b>");
        Set("other", "x");
        Set("name", null);
        Expect("title: <>");
    }

    [Fact]
    public void Changes_told_together_are_shown_once()
    {
        Format("title", @"\(a)\(b)");
        Expect("title: ");

        _owner.Tell(new Titled.SetAll([("a", "1"), ("b", "2"), ("a", "3")]));

        Expect("title: 32");
        QuietStrings();
        ExpectNothing(_shown);
    }

    [Fact]
    public void A_new_format_forgets_the_old_one()
    {
        Format("title", @"\(a)");
        Expect("title: ");
        Format("title", @"=\(b)");
        Expect("title: =");

        Set("a", "unheard");
        Set("b", "heard");

        Expect("title: =heard");
    }

    [Fact]
    public void A_function_is_called_only_after_the_text_was_read_without_it()
    {
        var script = Script("script");
        Register(script, "f(x)");
        Set("name", "n");

        Format("title", @"\(name):\(f(x: name))");
        Expect("title: n:");
        Return(ExpectCall(script, """f(x: "n")"""), "\"called\"");

        Expect("title: n:called");
    }

    [Fact]
    public void What_acts_shows_a_placeholder_at_first_and_pure_functions_run_at_once()
    {
        Format("title", @"\(iterm2.count(array: [1, 2])) \(iterm2.paste())");

        Expect("title: 2 [paste]");
        Expect("title: ");   // and then fails: there is no user interface
    }

    [Fact]
    public void A_function_that_is_missing_is_waited_for()
    {
        Format("title", @"<\(later())>");
        Expect("title: <>");
        Expect("title: ");
        QuietStrings();

        var script = Script("script");
        Register(script, "later()");
        Return(ExpectCall(script, "later()"), "\"there\"");

        Expect("title: <there>");
    }

    [Fact]
    public void An_older_result_never_replaces_a_newer_one()
    {
        var script = Script("script");
        Register(script, "f(x)");
        Set("name", "1");
        Format("title", @"\(f(x: name))");
        Expect("title: ");
        var older = ExpectCall(script, """f(x: "1")""");
        Set("name", "2");
        var newer = ExpectCall(script, """f(x: "2")""");

        Return(newer, "\"new\"");
        Expect("title: new");
        Return(older, "\"old\"");

        QuietStrings(older.Function);
        ExpectNothing(_shown);
    }

    [Fact]
    public void A_function_that_does_not_answer_leaves_it_empty_and_the_next_change_is_tried_again()
    {
        var script = Script("script");
        Register(script, "f(x)");
        Set("name", "1");
        Format("title", @"t\(f(x: name))");
        Expect("title: t");
        ExpectCall(script, """f(x: "1")""");

        Pass(5, _owner);
        Expect("title: ");
        script.ExpectMsg<ActorTerm.Runtime.Connections.ConnectionsProtocol.ForgetCall>();
        Set("name", "2");
        Return(ExpectCall(script, """f(x: "2")"""), "\"ok\"");

        Expect("title: tok");
    }

    [Fact]
    public void While_many_evaluations_are_under_way_changes_wait_and_the_last_one_counts()
    {
        var script = Script("script");
        Register(script, "f(x)");
        Format("title", @"\(f(x: name?))");
        Expect("title: ");
        var calls = new List<ScriptCall> { ExpectCall(script, "f(x: null)") };
        for (var i = 1; i <= 6; i++)
        {
            Set("name", $"{i}");
            QuietStrings();
            if (i <= 3) calls.Add(ExpectCall(script, $"f(x: \"{i}\")"));
        }

        ExpectNothing(script);
        Return(calls[0], "\"first\"");
        Expect("title: first");
        var last = ExpectCall(script, "f(x: \"6\")");
        Return(last, "\"last\"");

        Expect("title: last");
    }

    [Fact]
    public void With_one_evaluation_at_a_time_changes_wait_for_the_first()
    {
        var narrow = Sys.ActorOf(Actor.Of(() => new Titled(
            _session, _monitors, Invocations, Functions, _shown.Ref, new() { MaxLiveStringEvaluations = 1 })), "narrow");
        var script = Script("script");
        Register(script, "f(x)");
        narrow.Tell(new Titled.Format("title", @"\(f(x: name?))"));
        Expect("title: ");
        var first = ExpectCall(script, "f(x: null)");

        narrow.Tell(new Titled.SetAll([("name", "1")]));
        Settle(narrow, _monitors, narrow, Invocations, narrow);
        ExpectNothing(script);
        Return(first, "\"first\"");

        Expect("title: first");
        ExpectCall(script, "f(x: \"1\")");
    }

    [Fact]
    public void A_string_has_as_long_as_the_setting_says_whatever_its_functions_may_take()
    {
        var hasty = Sys.ActorOf(Actor.Of(() => new Titled(
            _session, _monitors, Invocations, Functions, _shown.Ref, new() { LiveStringTimeout = TimeSpan.FromSeconds(2) })), "hasty");
        var script = Script("script");
        Register(script, "f()", TimeSpan.FromHours(1));
        hasty.Tell(new Titled.Format("title", @"t\(f())"));
        Expect("title: t");
        ExpectCall(script, "f()");

        Pass(1, hasty);
        ExpectNothing(_shown);
        Pass(1, hasty);

        Expect("title: ");
        script.ExpectMsg<ActorTerm.Runtime.Connections.ConnectionsProtocol.ForgetCall>();
    }

    [Fact]
    public void A_string_that_depends_on_itself_says_so()
    {
        Format("name", @"\(name)!");
        Expect("name: !");

        Expect("name: [Cycle detected]");
        QuietStrings();
        ExpectNothing(_shown);
    }

    [Fact]
    public void Strings_that_depend_on_each_other_are_a_cycle_until_one_lets_go()
    {
        Format("a", @"a\(b)");
        Expect("a: a");
        Format("b", @"b\(a)");
        Expect("b: ba");

        Expect("b: [Cycle detected]");
        Expect("a: a[Cycle detected]");
        Format("b", "free");
        Expect("b: free");
        Expect("a: afree");
    }

    [Fact]
    public void A_text_that_is_wrong_reads_as_nothing()
    {
        Format("title", "before");
        Expect("title: before");

        Format("title", @"\(1 +)");

        Expect("title: ");
    }

    private void Format(string variable, string format) => _owner.Tell(new Titled.Format(variable, format));

    private void Set(string name, string? text) => _owner.Tell(new Titled.SetAll([(name, text)]));

    private void Expect(string shown) => Assert.Equal(shown, _shown.ExpectMsg<string>());

    private void QuietStrings(params IActorRef[] others) => Settle([_owner, _monitors, _owner, Functions, Invocations, .. others, Invocations, _owner]);

    /// <summary>Owns a scope and some live strings that set its variables.</summary>
    private sealed class Titled : ReceiveActor
    {
        private readonly Dictionary<string, LiveString> _byVariable = [];

        public Titled(
            ScopeHandle scope, IActorRef monitors, IActorRef invocations, IActorRef functions, IActorRef shown, InvocationSettings settings)
        {
            var variables = new ScopeOwner(scope, monitors, new VariableSettings());
            var strings = new LiveStrings(new LiveStringHost(Self, invocations, monitors, functions, Context.GetLogger(), settings, new ParseCache()));

            Receive<Format>(m => Of(m.Variable).SetFormat(m.Text));
            Receive<SetAll>(m =>
            {
                foreach (var (name, text) in m.Variables) variables.Set(name, text is null ? Value.Null : Value.Of(text));
            });
            Receive<object>(strings.Takes, strings.Hear);

            LiveString Of(string variable)
            {
                if (_byVariable.TryGetValue(variable, out var text)) return text;

                return _byVariable[variable] = strings.Add(scope, [new VariableKey(scope, variable)], read =>
                {
                    shown.Tell($"{variable}: {read}");
                    variables.Set(variable, Value.Of(read));
                });
            }
        }

        public sealed record Format(string Variable, string Text);

        public sealed record SetAll((string Name, string? Text)[] Variables);
    }
}
