namespace ActorTerm.Actors;

public interface IDecider
{
    Directive Decide(Exception cause);
}

/// <summary>A decider made of a function.</summary>
public class LocalOnlyDecider : IDecider
{
    private readonly Func<Exception, Directive> _decider;

    internal LocalOnlyDecider(Func<Exception, Directive> decider) => _decider = decider;

    public Directive Decide(Exception cause) => _decider(cause);
}

public static class Decider
{
    public static LocalOnlyDecider From(Func<Exception, Directive> localOnlyDecider)
    {
        ArgumentNullException.ThrowIfNull(localOnlyDecider);
        return new LocalOnlyDecider(localOnlyDecider);
    }
}
