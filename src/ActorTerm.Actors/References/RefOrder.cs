namespace ActorTerm.Actors;

/// <summary>The order of references: by path, then by uid. Null comes first.</summary>
internal static class RefOrder
{
    public static int Compare(IActorRef left, object? right) => right switch
    {
        null => 1,
        IActorRef other => Compare(left, other),
        _ => throw new ArgumentException($"a reference is compared with references only, not with {right.GetType()}", nameof(right)),
    };

    public static int Compare(IActorRef left, IActorRef? right)
    {
        if (right is null) return 1;
        if (ReferenceEquals(left, right)) return 0;

        var byPath = left.Path.CompareTo(right.Path);
        return byPath != 0 ? byPath : left.Path.Uid.CompareTo(right.Path.Uid);
    }
}
