using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ActorTerm.Language;

public sealed partial class Evaluation
{
    /// <summary>A task has its result or its error: whatever waited for it goes on, up to the root.</summary>
    private void Settle(int task, EvaluationError? error)
    {
        while (true)
        {
            State(task).Phase = Phase.Ended;
            var plan = _plan.Tasks[task];
            if (error is not null && plan.Node is CallNode call)
            {
                error = error.Inside(call.FullName);
                if (plan.EnclosingCall != None) error = error.OfArgument(call.FullName);
            }
            if (plan.Parent == None)
            {
                End(error);
                return;
            }
            if (error is not null) Remember(plan.Parent, error);
            if (--State(plan.Parent).Link > 0 || !Proceed(plan.Parent, out error)) return;
            task = plan.Parent;
        }
    }

    /// <summary>All that a task waited for has ended.</summary>
    /// <returns>True when the task itself has ended with that; false when it now waits for more.</returns>
    private bool Proceed(int task, out EvaluationError? error)
    {
        error = _rare?.Failures?[task];
        if (error is not null) return true;

        ref var state = ref State(task);
        switch (_plan.Tasks[task].Kind)
        {
            case TaskKind.Call:
                Enqueue(task);
                return false;
            case TaskKind.Choice:
                return state.Phase == Phase.InBranch || Choose(task, out error);
            default:
                error = Evaluate(_plan.Root, out var result);
                state.Result = result.ToValue();
                return true;
        }
    }

    /// <summary>A condition is known, after a call.</summary>
    /// <inheritdoc cref="Proceed" path="/returns"/>
    private bool Choose(int task, out EvaluationError? error)
    {
        var lastReady = _lastReady;
        var findings = new Findings(_plan.Tasks[task].EnclosingCall);
        var waits = Choose(task, ref findings);
        error = findings.Any ? findings.ToError() : null;
        if (error is not null) Forget(lastReady);
        return error is not null || waits == 0;
    }

    /// <returns>How many tasks of the branch are to be awaited.</returns>
    private int Choose(int task, ref Findings findings)
    {
        var plan = _plan.Tasks[task];
        var conditional = (Conditional)plan.Node;
        ref var state = ref State(task);
        if (Condition(conditional, out state.IsThen) is { } error)
        {
            if (conditional.Condition.HasCalls) findings.Add(error);   // any other was found by the check before
            return 0;
        }
        Check(state.IsThen ? conditional.Then : conditional.Otherwise, plan.EnclosingCall, ref findings);
        state.Phase = Phase.InBranch;
        return state.Link = Activate(state.IsThen ? plan.Then : plan.Otherwise, ref findings);
    }

    /// <summary>Begins with tasks that nothing stands before: calls without calls in their arguments become ready.</summary>
    /// <returns>How many are to be awaited: those that did not end at once.</returns>
    private int Activate(ImmutableArray<int> tasks, ref Findings findings)
    {
        var waits = 0;
        foreach (var task in tasks)
        {
            var plan = _plan.Tasks[task];
            ref var state = ref State(task);
            state.Phase = Phase.Waiting;
            state.Link = Activate(plan.Inner, ref findings);
            if (state.Link == 0)
            {
                if (plan.Kind == TaskKind.Call) Enqueue(task);
                else if (Choose(task, ref findings) == 0) continue;
            }
            waits++;
        }
        return waits;
    }

    private void Enqueue(int task)
    {
        ref var state = ref State(task);
        state.Phase = Phase.Ready;
        state.Link = None;
        if (_lastReady == None) _firstReady = task;
        else State(_lastReady).Link = task;
        _lastReady = task;
    }

    /// <summary>Takes back what became ready after <paramref name="last"/>.</summary>
    private void Forget(int last)
    {
        var task = last == None ? _firstReady : State(last).Link;
        if (last == None) _firstReady = None;
        else State(last).Link = None;
        _lastReady = last;
        while (task != None)
        {
            ref var state = ref State(task);
            state.Phase = Phase.Ended;
            task = state.Link;
        }
    }

    private void Remember(int task, EvaluationError error)
    {
        var failures = TheRare.Failures ??= new EvaluationError?[_plan.Tasks.Length];
        ref var first = ref failures[task];
        first = first is null ? error : first.And(error);
    }

    private ref TaskState State(int task)
    {
        if (_rare?.Many is { } many) return ref many[task];
        return ref _few[task];
    }

    private Rare TheRare => _rare ??= new Rare();

    private enum Phase : byte
    {
        Idle,
        Waiting,

        /// <summary>A conditional whose branch is chosen waits for the calls in it.</summary>
        InBranch,
        Ready,
        Running,
        Ended,
    }

    private struct TaskState
    {
        public Value Result;
        public int Link;        // while it waits: for how many tasks; while it is ready: the next ready one
        public Phase Phase;
        public bool IsThen;     // the branch of a conditional
    }

    /// <summary>Most compositions have few calls: their state lies in the evaluation itself.</summary>
    [InlineArray(Length)]
    private struct FewStates
    {
        public const int Length = 3;

        private TaskState _first;
    }

    /// <summary>What most evaluations never need.</summary>
    private sealed class Rare
    {
        /// <summary>Instead of <see cref="_few"/>, when there are more tasks than that holds.</summary>
        public TaskState[]? Many;

        /// <summary>By task: what its inner tasks failed with, the first one first.</summary>
        public EvaluationError?[]? Failures;

        /// <summary>What the whole failed with.</summary>
        public EvaluationError? Error;

        public Func<string, string>? Escape;
    }
}
