namespace ActorTerm.Language;

/// <summary>What is found wrong before calls are made. References come first, then the place in the text decides; the others become details.</summary>
/// <param name="within">The call inside which is looked, -1 for the whole: names of calls are added to an error up to there.</param>
internal struct Findings(int within)
{
    private List<EvaluationError>? _errors;

    public readonly int Within => within;

    public readonly bool Any => _errors is not null;

    public void Add(EvaluationError error) => (_errors ??= []).Add(error);

    public readonly EvaluationError ToError()
    {
        var ordered = _errors!.OrderBy(e => e.Code.Domain == ErrorDomain.Parser ? 0 : 1).ThenBy(e => e.Offset).ToList();
        return ordered.Skip(1).Aggregate(ordered[0], (first, later) => first.And(later));
    }
}
