namespace ActorTerm.Language;

internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>How tightly an operator binds, loosest first.</summary>
internal enum Precedence
{
    Or,
    And,
    Equality,
    Relation,
    Sum,
    Product,
}

internal static class BinaryOperatorFacts
{
    public static Precedence Precedence(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => Language.Precedence.Or,
        BinaryOperator.And => Language.Precedence.And,
        BinaryOperator.Equal or BinaryOperator.NotEqual => Language.Precedence.Equality,
        BinaryOperator.Add or BinaryOperator.Subtract => Language.Precedence.Sum,
        BinaryOperator.Multiply or BinaryOperator.Divide => Language.Precedence.Product,
        _ => Language.Precedence.Relation,
    };

    public static string Symbol(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.Greater => ">",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        _ => "/",
    };
}
