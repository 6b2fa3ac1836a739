using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Variables;

/// <summary>Where a path from a scope leads at one moment, and what it depends on to lead there.</summary>
internal sealed class MonitoredPath
{
    private readonly ScopeHandle?[] _contexts;
    private readonly ScopeHandle[] _through;

    public MonitoredPath(ScopeHandle from, string name)
    {
        // Arrays: there are a few in a path, and thousands of paths in a host.
        List<ScopeHandle?> contexts = [];
        List<ScopeHandle> through = [];
        ScopeHandle? scope = from;
        var path = name.AsSpan();
        while (scope is not null && ScopeHandle.TakesContext(scope.Kind, path, out var context, out var rest))
        {
            through.Add(scope);
            if (context is "iterm2") AddAllAbove(scope, through);
            scope = scope.Context(context);
            contexts.Add(scope);
            path = rest;
        }

        Leaf = scope;
        LeafName = path.Length == name.Length ? name : path.ToString();
        _contexts = [.. contexts];
        _through = [.. through.Distinct()];
    }

    /// <summary>The scope that holds the variable; null while a context on the path stands for nothing.</summary>
    public ScopeHandle? Leaf { get; }

    public string LeafName { get; }

    /// <summary>Scopes whose rewiring can change where the path leads.</summary>
    public IReadOnlyCollection<ScopeHandle> Through => _through;

    /// <summary>Whether every context on the path stands for the same as on the other.</summary>
    public bool LeadsAs(MonitoredPath other) => _contexts.SequenceEqual(other._contexts);

    private static void AddAllAbove(ScopeHandle scope, List<ScopeHandle> through)
    {
        for (var above = scope.Parent; above is not null; above = above.Parent) through.Add(above);
    }
}
