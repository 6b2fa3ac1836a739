using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Tests.Variables;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

/// <summary>The function table and the invocation supervisor on virtual time. Scripts, the workspace, alerts and callers are probes.</summary>
public abstract class InvocationKit : VirtualTimeKit
{
    private readonly Lazy<IActorRef> _invocations;
    private readonly Lazy<IActorRef> _functions;

    protected InvocationKit()
    {
        AlertsProbe = CreateTestProbe("alerts");
        Workspace = CreateTestProbe("workspace");
        Caller = CreateTestProbe("caller");
        _invocations = new(() => Sys.ActorOf(InvocationSupervisor.Of(InvocationSettings, AlertsProbe.Ref), "invocations"));
        _functions = new(() => Sys.ActorOf(FunctionTableActor.Of(FunctionSettings, _invocations.Value, Workspace.Ref), "functions"));
    }

    protected InvocationSettings InvocationSettings { get; set; } = new();

    protected FunctionSettings FunctionSettings { get; set; } = new();

    internal Scopes Scopes { get; } = new();

    protected TestProbe AlertsProbe { get; }

    protected TestProbe Workspace { get; }

    protected TestProbe Caller { get; }

    protected IActorRef Functions => _functions.Value;

    protected IActorRef Invocations => _invocations.Value;

    /// <summary>A connected script.</summary>
    protected TestProbe Script(string name) => CreateTestProbe(name);

    /// <summary>Registers as a script does: <c>add(a,b)</c>, a default as <c>b=user.x?</c>.</summary>
    protected void Register(TestProbe script, string function, TimeSpan? timeout = null)
    {
        var answer = TryRegister(script, function, timeout);
        Assert.IsType<FunctionsProtocol.Registered>(answer);
    }

    protected object TryRegister(TestProbe script, string function, TimeSpan? timeout = null)
    {
        var (name, arguments, defaults) = Parts(function);
        Functions.Tell(
            new FunctionsProtocol.Register(new FunctionsProtocol.Registration(name, arguments, defaults, timeout, script.Ref, script.Ref.Path.Name)),
            Caller.Ref);
        return Caller.ReceiveOne(TimeSpan.FromSeconds(20))!;
    }

    protected InvocationId Invoke(
        string text,
        TimeSpan? within = null,
        InvocationSource source = InvocationSource.Api,
        ScopeHandle? scope = null,
        ScopeFrame? frame = null,
        bool asMethod = false)
    {
        var id = InvocationId.Next();
        Invocations.Tell(new Invoke(id, text, scope ?? Scopes.Session, frame, within, source, null, asMethod), Caller.Ref);
        return id;
    }

    /// <summary>The next call a script is given, as text; answer it with <see cref="Return"/> or <see cref="Raise"/>.</summary>
    protected static ScriptCall ExpectCall(TestProbe script, string call)
    {
        var message = script.ExpectMsg<ConnectionsProtocol.CallScript>();
        Assert.Equal(call, $"{message.Name}({string.Join(", ", message.Arguments.Select(one => $"{one.Name}: {one.Value}"))})");
        return new ScriptCall(message.Call, script.LastSender, script);
    }

    protected static void Return(ScriptCall call, string json) =>
        call.Function.Tell(new FunctionsProtocol.Answered(call.Number, Value.Parse(json)), call.Script.Ref);

    protected static void Raise(ScriptCall call, string reason, string? traceback = null) =>
        call.Function.Tell(new FunctionsProtocol.Raised(call.Number, reason, traceback), call.Script.Ref);

    protected sealed record ScriptCall(long Number, IActorRef Function, TestProbe Script);

    protected void ExpectValue(InvocationId id, string json)
    {
        var outcome = Caller.ExpectMsg<InvocationsProtocol.Outcome>();
        Assert.Equal(new Succeeded(id, Value.Parse(json)), outcome);
    }

    protected EvaluationError ExpectFailure(InvocationId id, string message)
    {
        var failed = Caller.ExpectMsg<Failed>();
        Assert.Equal(id, failed.Id);
        Assert.Equal(message, failed.Error.Message);
        return failed.Error;
    }

    protected AlertsProtocol.Raise ExpectAlert() => AlertsProbe.ExpectMsg<AlertsProtocol.Raise>();

    /// <summary>Nothing is on its way: everything told before has been handled by the table, the functions asked for and the supervisor.</summary>
    protected void Quiet(params IActorRef[] functions) => Settle([Functions, .. functions, Invocations]);

    protected static void ExpectNothing(TestProbe probe) => probe.ExpectNoMsg(TimeSpan.Zero);

    protected void Pass(double seconds, params IActorRef[] functions) =>
        Advance(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(0.5), [Functions, Invocations, .. functions, Invocations]);

    internal void Set(ScopeHandle scope, string name, string? json) =>
        scope.Variables = json is null ? scope.Variables.Without(name) : scope.Variables.With(name, Value.Parse(json));

    protected FunctionsProtocol.FunctionInfo InfoOf(string signature)
    {
        Functions.Tell(new FunctionsProtocol.ListFunctions(), Caller.Ref);
        return Caller.ExpectMsg<FunctionsProtocol.FunctionList>().Functions.Single(one => one.Signature.ToString() == signature);
    }

    private static (string Name, string[] Arguments, FunctionsProtocol.FunctionDefault[] Defaults) Parts(string function)
    {
        var open = function.IndexOf('(');
        var items = function[(open + 1)..^1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var pairs = items.Select(item => item.Split('=')).ToList();
        return (
            function[..open],
            [.. pairs.Select(pair => pair[0])],
            [.. pairs.Where(pair => pair.Length == 2).Select(pair => new FunctionsProtocol.FunctionDefault(pair[0], pair[1]))]);
    }
}
