using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>
/// What the operators mean. Arithmetic and logic take numbers, booleans as 1 and 0, and pairs of operands that both spell numbers; null, text,
/// arrays and objects have no arithmetic. Comparisons take anything of one kind, and null.
/// </summary>
internal static class Operators
{
    /// <returns>False when the operator has no meaning for these operands.</returns>
    public static bool TryApply(BinaryOperator op, in Operand left, in Operand right, out Operand result)
    {
        result = default;
        var areNumbers = left.TryNumeric(out var l) & right.TryNumeric(out var r);
        switch (op)
        {
            case BinaryOperator.Equal:
            case BinaryOperator.NotEqual:
                var equal = areNumbers ? l == r : AreEqual(left, right);
                result = Operand.Of(equal == (op == BinaryOperator.Equal));
                return true;
            case >= BinaryOperator.Less and <= BinaryOperator.GreaterOrEqual:
                if (areNumbers) result = Operand.Of(Holds(op, l < r ? -1 : l > r ? 1 : l == r ? 0 : null));
                else if (left.IsNull || right.IsNull) result = Operand.Of(Holds(op, left.IsNull && right.IsNull ? 0 : null));
                else if (TryCompare(left, right, out var order)) result = Operand.Of(Holds(op, order));
                else return false;
                return true;
        }
        if (!areNumbers) return false;
        result = new Operand(op switch
        {
            BinaryOperator.Or => l != 0 || r != 0 ? 1 : 0,
            BinaryOperator.And => l != 0 && r != 0 ? 1 : 0,
            BinaryOperator.Add => l + r,
            BinaryOperator.Subtract => l - r,
            BinaryOperator.Multiply => l * r,
            _ => l / r,
        });
        return true;
    }

    /// <summary>Signs take numbers and booleans only: text that spells a number is none here.</summary>
    public static bool TryApply(bool isNegation, in Operand operand, out Operand result)
    {
        result = default;
        if (!operand.TryNumber(out var number)) return false;
        result = new Operand(isNegation ? -number : number == 0 ? 1 : 0);
        return true;
    }

    /// <summary>Which branch a condition takes: that of a number other than 0; null counts as 0.</summary>
    public static bool TryDecide(in Operand condition, out bool isTrue)
    {
        isTrue = false;
        if (condition.IsNull) return true;
        if (!condition.TryNumber(out var number)) return false;
        isTrue = number != 0;
        return true;
    }

    /// <summary>How an error names what it got.</summary>
    public static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "a boolean",
    };

    /// <param name="order">Null when the two have no order (NaN; null and something else): then no relation holds.</param>
    private static bool Holds(BinaryOperator op, int? order) => op switch
    {
        BinaryOperator.Less => order < 0,
        BinaryOperator.Greater => order > 0,
        BinaryOperator.LessOrEqual => order <= 0,
        _ => order >= 0,
    };

    private static bool AreEqual(in Operand left, in Operand right)
    {
        if (left.Kind != right.Kind) return false;
        return left.IsNull || Structure.AreEqual(left.ToValue(), right.ToValue());
    }

    private static bool TryCompare(in Operand left, in Operand right, out int order)
    {
        order = 0;
        if (left.Kind != right.Kind || left.Kind is not (JsonValueKind.String or JsonValueKind.Array)) return false;
        order = Structure.Compare(left.ToValue(), right.ToValue());
        return true;
    }
}
