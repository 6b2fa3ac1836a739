namespace ActorTerm.Actors;

/// <summary>
/// Where an actor stands in the tree, for example <c>akka://host/user/workspace</c>. Two paths are equal when their addresses and
/// elements are; the uid, which tells apart the actors that had one path in turn, does not count.
/// </summary>
public abstract class ActorPath : IComparable<ActorPath>, IEquatable<ActorPath>
{
    private readonly ActorPath? _parent;                    // null: the root

    private protected ActorPath(Address address, ActorPath? parent, string name, long uid)
    {
        Address = address;
        _parent = parent;
        Name = name;
        Uid = uid;
    }

    public Address Address { get; }

    /// <summary>The last element; empty for the root.</summary>
    public string Name { get; }

    /// <summary>Unique among the actors that have had this path.</summary>
    public long Uid { get; }

    /// <summary>The root is its own parent.</summary>
    public ActorPath Parent => _parent ?? this;

    /// <summary>The names from below the root down to this one.</summary>
    public IReadOnlyList<string> Elements => _parent is null ? [] : [.. _parent.Elements, Name];

    /// <summary>Whether an actor may be given this name: ASCII letters, digits and <c>"-_.*$+:@&amp;=,!~';()</c>, but no leading <c>$</c>.</summary>
    public static bool IsValidPathElement(string s) => ActorName.IsValid(s);

    /// <summary>Address and path, for example <c>akka://host/user/workspace</c>.</summary>
    public override string ToString() => Address + ToStringWithoutAddress();

    public string ToStringWithoutAddress() => "/" + string.Join('/', Elements);

    public string ToStringWithUid() => Uid == 0 ? ToString() : ToString() + "#" + Uid;

    public int CompareTo(ActorPath? other) => other is null ? 1 : string.CompareOrdinal(ToString(), other.ToString());

    public bool Equals(ActorPath? other)
    {
        if (other is null) return false;

        ActorPath? left = this, right = other;
        while (!ReferenceEquals(left, right))
        {
            if (left is null || right is null || left.Name != right.Name) return false;
            left = left._parent;
            right = right._parent;
        }

        return Address.Equals(other.Address);
    }

    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    public override int GetHashCode() => HashCode.Combine(Name, _parent);

    internal ActorPath Child(string name, long uid) => new ChildPath(this, name, uid);
}
