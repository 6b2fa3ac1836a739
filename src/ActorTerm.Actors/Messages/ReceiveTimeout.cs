namespace ActorTerm.Actors;

/// <summary>Told to an actor that nobody told anything for the time it set by <c>SetReceiveTimeout</c>.</summary>
public class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    public static ReceiveTimeout Instance { get; } = new();
}
