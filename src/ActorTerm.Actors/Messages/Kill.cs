namespace ActorTerm.Actors;

/// <summary>Makes the actor fail with <see cref="ActorKilledException"/> when its turn comes; its parent decides.</summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    public static Kill Instance { get; } = new();

    public override string ToString() => "<Kill>";
}
