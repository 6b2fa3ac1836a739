namespace ActorTerm.Hocon.Resolving;

/// <summary>Counts what resolving makes, up to <see cref="HoconLimits.MaxExpansion"/>.</summary>
internal sealed class ExpansionBudget(long limit)
{
    private long _spent;

    public void Spend(long amount, Origin at)
    {
        _spent += amount;
        if (_spent > limit)
            throw new HoconException(at, $"expected a configuration whose substitutions make at most {limit} values and characters");
    }
}
