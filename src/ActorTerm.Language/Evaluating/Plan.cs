using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>
/// One tree made ready to run: its calls, and those of its conditionals that have calls in them, as numbered tasks. Task 0 is the root; a task
/// waits for the tasks directly inside it. Made once per parse, shared by every evaluation.
/// </summary>
internal sealed class Plan
{
    private Plan(Node root, ImmutableArray<PlanTask> tasks, ImmutableArray<PlanVariable> variables, int maxValueLength)
    {
        Root = root;
        Tasks = tasks;
        Variables = variables;
        MaxValueLength = maxValueLength;
        NeedsCheck = CanBeWrong(root);
    }

    public Node Root { get; }

    public ImmutableArray<PlanTask> Tasks { get; }

    public ImmutableArray<PlanVariable> Variables { get; }

    public int MaxValueLength { get; }

    /// <summary>Something in it can be found wrong before any call is made.</summary>
    public bool NeedsCheck { get; }

    public static Plan Of(Node root, VariableTable variables, LanguageLimits limits)
    {
        var tasks = new List<PlanTask>();
        var top = new List<int>();
        if (root is CallNode)
        {
            Collect(root, -1, -1, top, tasks);
        }
        else
        {
            tasks.Add(new PlanTask(TaskKind.Root, root, -1, -1));
            Collect(root, 0, -1, top, tasks);
            tasks[0].Inner = [.. top];
        }
        return new Plan(root, [.. tasks], [.. variables.Variables], limits.MaxValueLength);
    }

    /// <summary>Numbers the tasks of <paramref name="node"/>; those directly in it go to <paramref name="found"/>, in the order of the text.</summary>
    private static void Collect(Node node, int parent, int enclosingCall, List<int> found, List<PlanTask> tasks)
    {
        if (!node.HasCalls) return;

        switch (node)
        {
            case CallNode call:
                call.Task = tasks.Count;
                found.Add(call.Task);
                var task = new PlanTask(TaskKind.Call, call, parent, enclosingCall);
                tasks.Add(task);
                var arguments = new List<int>();
                foreach (var expression in call.Children) Collect(expression, call.Task, call.Task, arguments, tasks);
                task.Inner = [.. arguments];
                break;
            case Conditional conditional:
                conditional.Task = tasks.Count;
                found.Add(conditional.Task);
                var choice = new PlanTask(TaskKind.Choice, conditional, parent, enclosingCall);
                tasks.Add(choice);
                choice.Inner = Inside(conditional.Condition, conditional.Task, enclosingCall, tasks);
                choice.Then = Inside(conditional.Then, conditional.Task, enclosingCall, tasks);
                choice.Otherwise = Inside(conditional.Otherwise, conditional.Task, enclosingCall, tasks);
                break;
            default:
                foreach (var child in node.Children) Collect(child, parent, enclosingCall, found, tasks);
                break;
        }
    }

    private static bool CanBeWrong(Node node) => node switch
    {
        Literal => false,
        CallNode call => call.Arguments.Any(a => a.Expression is null || CanBeWrong(a.Expression)),
        _ => true,
    };

    private static ImmutableArray<int> Inside(Node node, int parent, int enclosingCall, List<PlanTask> tasks)
    {
        var found = new List<int>();
        Collect(node, parent, enclosingCall, found, tasks);
        return [.. found];
    }
}
