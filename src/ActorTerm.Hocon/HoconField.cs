namespace ActorTerm.Hocon;

/// <summary>One field of an object. Like values, fields are equal by content.</summary>
/// <param name="Key">Case-sensitive, unquoted.</param>
/// <param name="Value">Its <see cref="HoconValue.Origin"/> is where the value stands, which for a substitution is elsewhere.</param>
/// <param name="KeyOrigin">Where the key was last given a value.</param>
/// <param name="Comment">
/// The comment lines right above the key, without their signs; where the key stands several times, the last ones. Empty when there are none.
/// </param>
public sealed record HoconField(string Key, HoconValue Value, Origin KeyOrigin, string Comment = "")
{
    public bool Equals(HoconField? other) => other is not null && other.Key == Key && other.Value.Equals(Value);

    public override int GetHashCode() => HashCode.Combine(Key, Value);
}
