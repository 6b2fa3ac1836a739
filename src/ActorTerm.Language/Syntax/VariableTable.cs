namespace ActorTerm.Language;

/// <summary>The variables of one top-level call while it is parsed: each path has one place, however often it is named.</summary>
internal sealed class VariableTable
{
    private readonly List<PlanVariable> _variables = [];
    private Dictionary<PlanVariable, int>? _places;

    public IReadOnlyList<PlanVariable> Variables => _variables;

    /// <param name="isTarget">It is handed to a function to be written, with <c>&amp;</c>.</param>
    public int IndexOf(VariablePath path, bool isTarget)
    {
        var variable = new PlanVariable(path.IsOptional ? VariablePath.Of(path.Name) : path, isTarget);
        _places ??= [];
        if (_places.TryGetValue(variable, out var place)) return place;
        _places.Add(variable, _variables.Count);
        _variables.Add(variable);
        return _variables.Count - 1;
    }
}
