namespace ActorTerm.Language;

/// <summary>
/// One top-level call, expression or interpolated string on its way to a value. A plain state machine for one owner at a time:
/// <see cref="Start"/> it, make each call that <see cref="TryTake"/> gives, report what came of it, until <see cref="IsOver"/>.
/// <code>
/// evaluation.Start(scope);
/// while (evaluation.TryTake(out var ready)) Make(ready);     // and again after each Complete and Fail
/// if (evaluation.Outcome is { } outcome) Answer(outcome);
/// </code>
/// Every call whose arguments are known is ready at once. A call that fails is reported when its siblings have ended too.
/// </summary>
public sealed partial class Evaluation
{
    private const int None = -1;

    private readonly Plan _plan;
    private FewStates _few;
    private Snapshot[]? _variables;
    private Rare? _rare;
    private int _firstReady = None;
    private int _lastReady = None;
    private bool _isStarted;

    /// <param name="call">Which call of a sequence.</param>
    public Evaluation(ParsedInvocation invocation, int call = 0) : this(invocation.Plans[call])
    {
    }

    public Evaluation(ParsedExpression expression) : this(expression.Plan)
    {
    }

    /// <param name="escape">Applied to every interpolated value, not to the text between: for a context that would read the value as more than text.</param>
    public Evaluation(InterpolatedString text, Func<string, string>? escape = null) : this(text.Plan)
    {
        if (escape is not null) TheRare.Escape = escape;
    }

    private Evaluation(Plan plan)
    {
        _plan = plan;
        if (plan.Tasks.Length > FewStates.Length) TheRare.Many = new TaskState[plan.Tasks.Length];
    }

    public bool IsOver { get; private set; }

    /// <summary>Null until it is over.</summary>
    public Outcome? Outcome => !IsOver ? null : _rare?.Error is { } error ? new Outcome(Value.Null, error) : new Outcome(State(0).Result, null);

    /// <summary>Full names of the calls that are being made: those to name when time is up, before or after <see cref="Cancel"/>.</summary>
    public IEnumerable<string> Unfinished =>
        Enumerable.Range(0, _plan.Tasks.Length)
            .Where(i => State(i).Phase is Phase.Running or Phase.Ready)
            .Select(i => ((CallNode)_plan.Tasks[i].Node).FullName);

    /// <summary>
    /// Reads every variable, once, and checks all that can be wrong outside branches that are not taken. When something is, it is over and
    /// nothing was called. A branch whose condition needs a call is checked when it is chosen, before anything in it is called.
    /// </summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public void Start<TScope>(TScope scope) where TScope : IScope
    {
        if (_isStarted) throw new InvalidOperationException("an evaluation starts once");
        _isStarted = true;

        if (!_plan.Variables.IsEmpty) Read(scope);
        var findings = new Findings(None);
        var root = _plan.Tasks[0];
        if (_plan.NeedsCheck && _plan.Root.HasCalls) Check(_plan.Root, root.EnclosingCall, ref findings);
        ref var state = ref State(0);
        state.Phase = Phase.Waiting;
        state.Link = Activate(root.Inner, ref findings);
        if (findings.Any)
        {
            Forget(None);
            End(findings.ToError());
        }
        else if (state.Link == 0 && Proceed(0, out var error))
        {
            End(error);
        }
    }

    /// <summary>The next call to make, each once. An argument that fails here ends its call as if the call had failed.</summary>
    public bool TryTake(out ReadyCall ready)
    {
        while (_firstReady != None)
        {
            var index = _firstReady;
            ref var state = ref State(index);
            _firstReady = state.Link;
            if (_firstReady == None) _lastReady = None;

            var call = (CallNode)_plan.Tasks[index].Node;
            if (Arguments(call, out var arguments) is { } error)
            {
                Settle(index, error);
                continue;
            }
            state.Phase = Phase.Running;
            ready = new ReadyCall(index, call, arguments);
            return true;
        }
        ready = default;
        return false;
    }

    /// <summary>A call that was taken returned.</summary>
    /// <returns>False when nobody waits for it: it ended before, or was never taken, or time was up.</returns>
    public bool Complete(int call, Value value)
    {
        if (!IsAwaited(call)) return false;
        State(call).Result = value;
        Settle(call, null);
        return true;
    }

    /// <summary>A call that was taken failed. Its siblings are awaited all the same.</summary>
    /// <inheritdoc cref="Complete" path="/returns"/>
    public bool Fail(int call, EvaluationError error)
    {
        if (!IsAwaited(call)) return false;
        Settle(call, error);
        return true;
    }

    /// <summary>Ends it at once with an error, unless it is over: nothing more becomes ready, and answers still to come are not awaited.</summary>
    public void Cancel(EvaluationError error)
    {
        if (IsOver) return;
        _isStarted = true;
        _firstReady = _lastReady = None;
        End(error);
    }

    private bool IsAwaited(int call) => !IsOver && (uint)call < (uint)_plan.Tasks.Length && State(call).Phase == Phase.Running;

    private void End(EvaluationError? error)
    {
        IsOver = true;
        if (error is not null) TheRare.Error = error;
    }
}
