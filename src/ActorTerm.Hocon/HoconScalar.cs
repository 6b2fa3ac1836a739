using ActorTerm.Hocon.Parsing;

namespace ActorTerm.Hocon;

/// <summary>A value that is neither object nor list. <see cref="Text"/> is how it joins with its neighbours into a string.</summary>
public abstract class HoconScalar : HoconValue
{
    private protected HoconScalar(string text, Origin origin) : base(origin) => Text = text;

    /// <summary>The value as text: a number as it was written, <c>true</c>, <c>false</c>, <c>null</c>, or the string itself.</summary>
    public string Text { get; }

    public sealed override bool Equals(HoconValue? other) =>
        other is HoconScalar scalar && scalar.GetType() == GetType() && scalar.Text == Text;

    public sealed override int GetHashCode() => HashCode.Combine(GetType(), Text);
}

public sealed class HoconString(string text, Origin origin) : HoconScalar(text, origin)
{
    public override string Kind => "a string";
}

/// <summary>A number in JSON's grammar (RFC 8259, section 6), kept as written: <c>1e5</c> stays <c>1e5</c>.</summary>
public sealed class HoconNumber : HoconScalar
{
    /// <exception cref="ArgumentException">The text is no JSON number.</exception>
    public HoconNumber(string text, Origin origin) : base(text, origin)
    {
        if (!NumberGrammar.IsNumber(text)) throw new ArgumentException($"'{text}' is no JSON number", nameof(text));
    }

    public override string Kind => "a number";
}

public sealed class HoconBoolean(bool value, Origin origin) : HoconScalar(value ? "true" : "false", origin)
{
    public bool Value { get; } = value;

    public override string Kind => "a boolean";
}

public sealed class HoconNull(Origin origin) : HoconScalar("null", origin)
{
    public override string Kind => "null";
}
